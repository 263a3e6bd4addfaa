package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFunctionsTest {

  private static final Verdict PASSED = new Verdict.Passed();

  @Test
  void everyKindOfVerdictIsTold() {
    String twice = "def f(x):\n    return 2 * x\n";

    assertThat(TestSandbox.verdict(twice, "assert f(2) == 4")).isEqualTo(PASSED);
    assertThat(TestSandbox.verdict(twice, "assert f(2) == 5, f'not {f(2)}'"))
        .isEqualTo(new Verdict.Failed("not 4"));
    assertThat(TestSandbox.verdict(twice, "assert g(2) == 4"))
        .isEqualTo(new Verdict.RuntimeError("name 'g' is not defined"));
    assertThat(TestSandbox.verdict("def f(x):\n    return 1 / 0\n", "f(2)"))
        .isEqualTo(new Verdict.RuntimeError("division by zero"));
    assertThat(TestSandbox.verdict("def f(x:\n", "f(2)"))
        .isEqualTo(new Verdict.CompileError("'(' was never closed (<string>, line 1)"));
    assertThat(TestSandbox.verdict("import os\nos._exit(0)\n", "f(2)"))
        .isEqualTo(new Verdict.RuntimeError("the program ended by itself, exit code 0"));
  }

  @Test
  void aLoopIsStoppedAndItsOutputKept() {
    Execution execution =
        TestSandbox.get()
            .run(
                new Program.PythonFunction(
                    "def f():\n    print('begun')\n    while True: pass\n",
                    "",
                    "f()",
                    null,
                    false,
                    Duration.ofMillis(300)));

    assertThat(execution.verdict()).isEqualTo(new Verdict.TimedOut());
    assertThat(execution.cpu()).isGreaterThan(Duration.ofMillis(200));
    assertThat(execution.wall()).isGreaterThan(Duration.ofMillis(290));
    assertThat(execution.output()).isEqualTo("begun\n");
  }

  @Test
  void outputIsCutAndMadeSafe() {
    Execution execution =
        TestSandbox.run("def f():\n    print('\\ud800\\x00\\x1b' + 'x' * 10_000_000)\n", "f()");

    assertThat(execution.verdict()).isEqualTo(PASSED);
    assertThat(execution.output()).startsWith("\\ud800\uFFFD\uFFFDxxx").hasSize(4096);
    assertThat(TestSandbox.verdict("def f():\n    raise ValueError('\\ud800\\x00')\n", "f()"))
        .isEqualTo(new Verdict.RuntimeError("\uFFFD\uFFFD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "True",
        "-7",
        "10**400",
        "1.5",
        "-0.0",
        "float('inf')",
        "'\\ud800ß😀'",
        "b'\\xff'",
        "[1, [2.0, 'x'], ()]",
        "(1, (2,))",
        "{1, 2}",
        "frozenset({1})",
        "{'a': {1: (2,)}}",
        "1+2j",
        "range(1, 9, 2)",
        "bytearray(b'ab')",
        "{'a': 1}.keys()",
        "__import__('fractions').Fraction(1, 3)",
        "__import__('decimal').Decimal('0.10')",
        "__import__('collections').Counter('aab')",
        "__import__('datetime').date(2020, 2, 29)",
        "__import__('collections').deque([1, 2], 3)",
        "__import__('collections').OrderedDict(a=1)",
        "__import__('datetime').timedelta(1, 2, 3)"
      })
  void plainValuesCrossBothWaysWithTheirTypes(String value) {
    String tests =
        "v = "
            + value
            + "\nw = f(v)\nassert w == v and type(w) is type(v) and repr(w) == repr(v), repr(w)\n"
            + "assert g() == v";

    assertThat(
            TestSandbox.verdict(
                "def f(x):\n    return x\ndef g():\n    return " + value + "\n", tests))
        .isEqualTo(PASSED);
  }

  @Test
  void objectsStayBehindButCanBeUsed() {
    String source =
        """
        class Account:
            def __init__(self, name, money=0):
                self.name, self.money = name, money
            def pay(self, amount):
                if amount > self.money:
                    raise ValueError("too little")
                self.money -= amount
                return self
            def __eq__(self, other):
                return self.name == other.name
            def __len__(self):
                return self.money
        def squares(n):
            for i in range(n):
                yield i * i
        """;
    String tests =
        """
        a = Account("ann", money=5)
        assert a.pay(2) is a
        assert a.money == 3 and len(a) == 3 and a == Account("ann") and a != Account("bob")
        assert list(squares(4)) == [0, 1, 4, 9] and 9 in squares(4)
        try:
            a.pay(100)
            assert False
        except ValueError as e:
            assert str(e) == "too little"
        a.money = 7
        assert a.money == 7
        """;

    assertThat(TestSandbox.verdict(source, tests)).isEqualTo(PASSED);
  }

  @Test
  void anObjectNeverEqualsAPlainValue() {
    String source =
        """
        class Always(list):
            def __eq__(self, other): return True
            def __ne__(self, other): return False
            def __hash__(self): return hash(4)
        def f(x): return Always()
        """;

    assertThat(TestSandbox.verdict(source, "assert f(2) == 4")).isInstanceOf(Verdict.Failed.class);
    assertThat(TestSandbox.verdict(source, "assert 4 == f(2)")).isInstanceOf(Verdict.Failed.class);
    assertThat(TestSandbox.verdict(source, "assert not f(2) != 4"))
        .isInstanceOf(Verdict.Failed.class);
    assertThat(TestSandbox.verdict(source, "assert f(2) in [4]"))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void argumentsThatACallChangesAreChanged() {
    String source =
        "def f(x):\n    x.sort()\ndef g(d):\n    d['k'] = [1]\ndef h(s):\n    s.clear()\n";
    String tests =
        "x = [3, 1, 2]\ny = x\nf(x)\nassert y == [1, 2, 3]\n"
            + "d = {}\ng(d)\nassert d == {'k': [1]}\ns = {1}\nh(s)\nassert s == set()";

    assertThat(TestSandbox.verdict(source, tests)).isEqualTo(PASSED);
  }

  @Test
  void functionsOfTheTestsCanBeCalledButNotSearched() {
    String source =
        """
        def apply(g, x):
            return g(x) + g(x, more=1)
        def spy(g):
            return g.__globals__["secret"] if "secret" in g.__globals__ else g.__closure__
        """;

    assertThat(TestSandbox.verdict(source, "assert apply(lambda v, more=0: v + more, 2) == 5"))
        .isEqualTo(PASSED);
    assertThat(TestSandbox.verdict(source, "secret = 42\nassert spy(lambda v: v) == 42"))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void builtInNamesAreTheTestsOwnUnlessTheTestsNameNothingElse() {
    String forging = "def f(x):\n    return 0\ndef set(x):\n    return 1\n";

    assertThat(TestSandbox.verdict(forging, "assert set(f(2)) == set([4])")).isNotEqualTo(PASSED);
    assertThat(TestSandbox.verdict("def sum(a, b):\n    return 6\n", "assert sum(10, 15) == 6"))
        .isEqualTo(PASSED);
  }

  @Test
  void testsThatCatchEverythingStillFail() {
    String tests = "try:\n    f(1)\nexcept BaseException:\n    pass";

    assertThat(TestSandbox.verdict("import os\ndef f(x):\n    os._exit(0)\n", tests))
        .isEqualTo(new Verdict.RuntimeError("the program ended by itself, exit code 0"));
  }

  @Test
  void aProgramThatBreaksTheChannelFails() {
    String tests = "try:\n    f(1)\nexcept BaseException:\n    pass";
    for (String sent : new String[] {"b'\\xff' * 100", "b'\\0\\0\\0\\2{}'", "b'\\0\\0\\0\\1['"}) {
      String source =
          "import os\ndef f(x):\n    [os.write(i, "
              + sent
              + ") for i in (3, 4)]\n    os._exit(0)\n";

      assertThat(TestSandbox.verdict(source, tests)).isNotEqualTo(PASSED);
    }
  }

  @Test
  void thePreludeBelongsToTheTests() {
    String prelude = "def helper(x):\n    return x + 1\n\ndef f(x):\n    '''Doc.'''\n";
    String source = prelude + "    return helper(x)\n\ndef helper(x):\n    return 0\n";
    var program =
        new Program.PythonFunction(
            source,
            prelude,
            "def check(c):\n    assert helper(c(1)) == 1\ncheck(f)",
            "f",
            false,
            TestSandbox.LIMIT);

    assertThat(TestSandbox.get().run(program).verdict()).isEqualTo(PASSED);
  }

  @Test
  void aPreludeThatIsNoProgramIsLeftToTheCandidate() {
    var program =
        new Program.PythonFunction(
            "def f():\n    return 1",
            "def f():\n",
            "def check(c):\n    assert c() == 1\ncheck(f)",
            "f",
            false,
            TestSandbox.LIMIT);

    assertThat(TestSandbox.get().run(program).verdict()).isEqualTo(PASSED);
  }

  @Test
  void theGuardTakesAwayWhatHumanEvalTakesAway() {
    var program = TestSandbox.program("import os\ndef f():\n    os.remove('x')\n", "f()", null);

    assertThat(TestSandbox.get().run(program).verdict())
        .isEqualTo(new Verdict.RuntimeError("[Errno 2] No such file or directory: 'x'"));
    assertThat(TestSandbox.get().run(program.guarded(true)).verdict())
        .isEqualTo(new Verdict.RuntimeError("'NoneType' object is not callable"));
  }

  @Test
  void sleepingCountsAsTime() {
    var program =
        new Program.PythonFunction(
            "import time\ndef f():\n    time.sleep(30)\n",
            "",
            "f()",
            null,
            false,
            Duration.ofMillis(400));

    assertThat(TestSandbox.get().run(program).verdict()).isEqualTo(new Verdict.TimedOut());
  }
}
