/* systemd's calendar expressions, timed on the rules of a file that have one: systemd RULES.TSV QUERIES. The functions are
   in the library that systemd's own programs share. */
#include "measure.h"
#include <dlfcn.h>
#include <glob.h>

typedef struct CalendarSpec CalendarSpec;
static int (*from_string)(const char *text, CalendarSpec **spec);
static int (*next_usec)(const CalendarSpec *spec, uint64_t after, uint64_t *next);

static int load(void)
{
    static const char *const places[] = { "/usr/lib/*/systemd/libsystemd-shared-*.so", "/usr/lib/systemd/libsystemd-shared-*.so" };
    glob_t found;
    for (int place = 0; place < 2; place++) {
        if (glob(places[place], 0, NULL, &found)) continue;
        void *library = dlopen(found.gl_pathv[0], RTLD_NOW);
        if (!library) continue;
        from_string = dlsym(library, "calendar_spec_from_string");
        next_usec = dlsym(library, "calendar_spec_next_usec");
        return from_string && next_usec;
    }
    return 0;
}

static void measure(const struct rule *rule, int queries)
{
    CalendarSpec *spec;
    struct tm local = { .tm_isdst = -1 };
    double times[RUNS], each, first;
    int64_t sum = 0, next_sum = 0;
    int count = 0, runs;
    if (from_string(rule->calendar, &spec) < 0 || !strptime(rule->start, "%Y%m%dT%H%M%S", &local)) return;
    local.tm_isdst = -1;
    uint64_t start = (uint64_t)mktime(&local) * 1000000;

    first = processor_time();
    for (runs = 0; again(runs, first, 120); runs++) {
        uint64_t time = start - 1;
        double began = processor_time();
        for (sum = count = 0; count < rule->count && next_usec(spec, time, &time) >= 0; count++) sum += time / 1000000;
        times[runs] = (processor_time() - began) / (count ? count : 1);
    }
    each = median(times, runs);
    report_each("systemd", rule, count, each, sum);

    first = processor_time();
    for (runs = 0; again(runs, first, 120); runs++) {
        uint64_t state = seed, next;
        double began = processor_time();
        next_sum = 0;
        for (int query = 0; query < queries; query++)
            if (next_usec(spec, (uint64_t)next_instant(&state) * 1000000, &next) >= 0) next_sum += next / 1000000;
        times[runs] = (processor_time() - began) / queries;
    }
    report_next("systemd", rule, median(times, runs), next_sum);
}

int main(int argc, char **argv)
{
    static char line[4096];
    struct rule rule;
    FILE *file = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (!file || !load()) return 69;
    setenv("TZ", ":America/New_York", 1);
    tzset();
    while (fgets(line, sizeof line, file))
        if (read_rule(line, &rule) && strcmp(rule.calendar, "-")) measure(&rule, atoi(argv[2]));
    return 0;
}
