/* libical, timed on the rules of a file: libical RULES.TSV QUERIES [SECONDS]. A JSON line a rule for what is enumerated and
   another for what is asked; where it crashes on one, or takes longer than SECONDS of processor time (two minutes unless
   said), that has no line. */
#include "measure.h"
#include <libical/ical.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Waits for a process, and ends it after so much processor time. It is looked at from here, since a limit of its own makes a
   process's clock go by ticks. */
static void await(pid_t child, double seconds)
{
    clockid_t clock;
    struct timespec used;
    if (clock_getcpuclockid(child, &clock)) return;
    while (waitpid(child, NULL, WNOHANG) == 0) {
        usleep(1000);
        if (clock_gettime(clock, &used) == 0 && used.tv_sec + used.tv_nsec * 1e-9 > seconds) kill(child, SIGKILL);
    }
}

static void measure(const struct rule *rule, int queries, double seconds)
{
    icaltimezone *zone = icaltimezone_get_builtin_timezone("America/New_York");
    struct icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule->rrule);
    struct icaltimetype start = icaltime_from_string(rule->start);
    start.zone = zone;
    double times[RUNS], each, first;
    int64_t sum = 0, next_sum = 0;
    int count = 0, runs;

    first = processor_time();
    for (runs = 0; again(runs, first, seconds); runs++) {
        double began = processor_time();
        icalrecur_iterator *iterator = icalrecur_iterator_new(recurrence, start);
        if (!iterator) return;
        for (sum = count = 0; count < rule->count; count++) {
            struct icaltimetype found = icalrecur_iterator_next(iterator);
            if (icaltime_is_null_time(found)) break;
            sum += icaltime_as_timet_with_zone(found, zone);
        }
        icalrecur_iterator_free(iterator);
        times[runs] = (processor_time() - began) / (count ? count : 1);
    }
    each = median(times, runs);
    report_each("libical", rule, count, each, sum);

    icalrecur_iterator *iterator = icalrecur_iterator_new(recurrence, start);
    first = processor_time();
    for (runs = 0; again(runs, first, seconds); runs++) {
        uint64_t state = seed;
        double began = processor_time();
        next_sum = 0;
        for (int query = 0; query < queries; query++) {
            time_t after = next_instant(&state), time = 0;
            if (!icalrecur_iterator_set_start(iterator, icaltime_from_timet_with_zone(after, 0, zone))) return;
            /* The first that it finds may be the instant itself, or a wall time that is over. */
            for (int tries = 0; tries < 1000 && time <= after; tries++) {
                struct icaltimetype found = icalrecur_iterator_next(iterator);
                if (icaltime_is_null_time(found)) {
                    time = 0;
                    break;
                }
                time = icaltime_as_timet_with_zone(found, zone);
            }
            next_sum += time;
        }
        times[runs] = (processor_time() - began) / queries;
    }
    icalrecur_iterator_free(iterator);
    report_next("libical", rule, median(times, runs), next_sum);
}

int main(int argc, char **argv)
{
    static char line[4096];
    struct rule rule;
    FILE *file = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (!file) return 64;
    while (fgets(line, sizeof line, file)) {
        if (!read_rule(line, &rule)) continue;
        double seconds = argc > 3 ? atof(argv[3]) : 120;
        pid_t child = fork();
        if (child == 0) {
            setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
            measure(&rule, atoi(argv[2]), seconds);
            _exit(0);
        }
        if (child > 0) await(child, seconds);
    }
    return 0;
}
