"""Objects of the program as its tests see them."""


class Remote:
    """An object that stays with the program. It equals itself and what the program says of two of its own
    objects; it never equals a plain value, whatever its class says."""

    __slots__ = ("__end", "__number", "__kind")

    def __init__(self, end, number, kind):
        object.__setattr__(self, "_Remote__end", end)
        object.__setattr__(self, "_Remote__number", number)
        object.__setattr__(self, "_Remote__kind", kind)

    def __ask(self, operation, *args, **kwargs):
        end = self.__end
        return end.ask(operation, {"t": "yours", "v": self.__number}, args, kwargs)

    def __call__(self, *args, **kwargs):
        return self.__ask("call", *args, **kwargs)

    def __getattr__(self, name):
        return self.__ask("getattr", name)

    def __setattr__(self, name, value):
        self.__ask("setattr", name, value)

    def __eq__(self, other):
        return self.__ask("eq", other) if type(other) is Remote else NotImplemented

    def __ne__(self, other):
        return self.__ask("ne", other) if type(other) is Remote else NotImplemented

    def __hash__(self):
        return id(self)

    def __bool__(self):
        return self.__ask("bool")

    def __len__(self):
        return self.__ask("len")

    def __iter__(self):
        return self.__ask("iter")

    def __next__(self):
        return self.__ask("next")

    def __contains__(self, item):
        return self.__ask("contains", item)

    def __getitem__(self, key):
        return self.__ask("getitem", key)

    def __setitem__(self, key, value):
        self.__ask("setitem", key, value)

    def __delitem__(self, key):
        self.__ask("delitem", key)

    def __str__(self):
        return self.__ask("str")

    def __repr__(self):
        return self.__ask("repr")

    def __lt__(self, other):
        return self.__ask("lt", other)

    def __le__(self, other):
        return self.__ask("le", other)

    def __gt__(self, other):
        return self.__ask("gt", other)

    def __ge__(self, other):
        return self.__ask("ge", other)

    def __add__(self, other):
        return self.__ask("add", other)

    def __sub__(self, other):
        return self.__ask("sub", other)

    def __mul__(self, other):
        return self.__ask("mul", other)

    def __enter__(self):
        return self.__ask("enter")

    def __exit__(self, *error):
        return self.__ask("exit")


def number_of(remote):
    """Which object of the program it is."""
    return object.__getattribute__(remote, "_Remote__number")
