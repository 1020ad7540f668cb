// floor STAMP FILE DUE...: starts STAMP at each of the given times (seconds.nanoseconds since 1970), and does nothing else:
// the least lateness that a timer and a new process can have here.
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int main(int count, char **words) {
    if (count < 3) return 64;
    int timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);
    for (int i = 3; i < count; i++) {
        char *end;
        struct itimerspec due = {0};
        due.it_value.tv_sec = strtoll(words[i], &end, 10);
        due.it_value.tv_nsec = *end == '.' ? strtol(end + 1, NULL, 10) : 0;
        uint64_t fired;
        if (timerfd_settime(timer, TFD_TIMER_ABSTIME, &due, NULL) != 0 || read(timer, &fired, 8) != 8) return 71;
        char name[16];
        snprintf(name, sizeof name, "n%d", i - 3);
        pid_t child;
        if (posix_spawn(&child, words[1], NULL, NULL, (char *[]){words[1], words[2], name, NULL}, environ) != 0) return 71;
        waitpid(child, NULL, 0);
    }
    return 0;
}
