/* What the peers share: processor time, the median of some runs, the instants that are asked about, and the table's lines. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 5 };

struct rule {
    char *name, *rrule, *start, *calendar;
    int count;
};

/* Takes a line of tab-separated fields apart; 0 where one is missing. */
static int read_rule(char *line, struct rule *rule)
{
    char *fields[5];
    line[strcspn(line, "\n")] = 0;
    for (int field = 0; field < 5; field++)
        if (!(fields[field] = strsep(&line, "\t"))) return 0;
    *rule = (struct rule){ fields[0], fields[1], fields[2], fields[4], atoi(fields[3]) };
    return 1;
}

static double processor_time(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static int ascending(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

static double median(double times[RUNS], int runs)
{
    qsort(times, runs, sizeof *times, ascending);
    return times[runs / 2];
}

/* Whether to measure once more: a slow one is measured once, and with half of the seconds that it may take the last begins. */
static int again(int runs, double began, double seconds)
{
    double over = processor_time() - began;
    return runs == 0 || (runs < RUNS && over < 5 && over * (runs + 1) / runs < seconds / 2);
}

/* Marsaglia's xorshift64, as everyone is asked about the same instants. */
static const uint64_t seed = 88172645463325252ULL;
static int64_t next_instant(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return 1704067200 + (int64_t)(*state % 315360000);
}

static void report_each(const char *peer, const struct rule *rule, int count, double each, int64_t sum)
{
    printf("{\"impl\":\"%s\",\"rule\":\"%s\",\"n\":%d,\"enum_ns\":%.1f,\"sum\":%lld}\n",
        peer, rule->name, count, each * 1e9, (long long)sum);
    fflush(stdout);
}

static void report_next(const char *peer, const struct rule *rule, double next, int64_t next_sum)
{
    printf("{\"impl\":\"%s\",\"rule\":\"%s\",\"next_ns\":%.1f,\"next_sum\":%lld}\n",
        peer, rule->name, next * 1e9, (long long)next_sum);
    fflush(stdout);
}
