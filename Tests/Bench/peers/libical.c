/* libical, timed on the rules of a file: libical RULES.TSV QUERIES. One JSON line a rule; where it crashes or takes longer
   than two minutes of processor time on one, that rule has no line. */
#include "measure.h"
#include <libical/ical.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void measure(const struct rule *rule, int queries)
{
    icaltimezone *zone = icaltimezone_get_builtin_timezone("America/New_York");
    struct icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule->rrule);
    struct icaltimetype start = icaltime_from_string(rule->start);
    start.zone = zone;
    double times[RUNS], each, first;
    int64_t sum = 0, next_sum = 0;
    int count = 0, runs;

    first = processor_time();
    for (runs = 0; again(runs, first); runs++) {
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

    icalrecur_iterator *iterator = icalrecur_iterator_new(recurrence, start);
    first = processor_time();
    for (runs = 0; again(runs, first); runs++) {
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
    report("libical", rule, count, each, sum, median(times, runs), next_sum);
}

int main(int argc, char **argv)
{
    static char line[4096];
    struct rule rule;
    FILE *file = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (!file) return 64;
    while (fgets(line, sizeof line, file)) {
        if (!read_rule(line, &rule)) continue;
        pid_t child = fork();
        if (child == 0) {
            setrlimit(RLIMIT_CPU, &(struct rlimit){ 120, 120 });
            setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
            measure(&rule, atoi(argv[2]));
            _exit(0);
        }
        waitpid(child, NULL, 0);
    }
    return 0;
}
