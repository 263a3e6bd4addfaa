// Calls a program's main function and says, with a mark that the program is not given, that it came back.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern "C" int assay_main(int, char**, char**);

static char mark[33];

__attribute__((constructor(101))) static void take() {
  for (size_t have = 0; have < 32;) {
    ssize_t got = read(0, mark + have, 32 - have);
    if (got <= 0) _exit(70);
    have += static_cast<size_t>(got);
  }
}

int main(int argc, char** argv, char** environment) {
  int code = assay_main(argc, argv, environment);
  if (code == 0) printf("\n%s\n", mark);
  fflush(stdout);
  memset(mark, 0, sizeof mark);
  return code;
}
