// Sets the wall clock of one process, live, and no other's. Preloaded by tests:
//
//   cc -O1 -shared -fPIC -o wall-clock.so wall-clock.c -ldl -lpthread
//   LD_PRELOAD=…/wall-clock.so WALL_CLOCK=FILE trothd …
//
// FILE holds one line: the seconds to add to the real time, then `kept` or `free` for whether a time service is
// said to keep the clock (adjtimex). When FILE is written anew, the process sees what a set clock looks like:
// absolute CLOCK_REALTIME timers go by the new time, and those made to be cancelled on set are.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

enum { SECOND = 1000000000, MOST = 1024 };

struct timer {
    int is_wall, is_armed, wants_cancel, is_cancelled;
    struct itimerspec wanted;
};

static struct timer timers[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Atomic int64_t ahead;  // nanoseconds
static _Atomic int is_kept = 1;
static char folder[4096], file[4096];

static struct timer *timer_of(int fd) { return fd >= 0 && fd < MOST && timers[fd].is_wall ? &timers[fd] : NULL; }

static int is_wall(clockid_t clock) {
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_REALTIME_ALARM;
}

static struct timespec shifted(struct timespec time, int64_t by) {
    int64_t sum = (int64_t)time.tv_sec * SECOND + time.tv_nsec + by;
    if (sum < 1) sum = 1;
    return (struct timespec){.tv_sec = sum / SECOND, .tv_nsec = sum % SECOND};
}

static long kernel_arm(int fd, int flags, const struct itimerspec *time, struct itimerspec *old) {
    return syscall(SYS_timerfd_settime, fd, flags, time, old);
}

static void rearm(int fd, struct timer *timer) {
    struct itimerspec time = timer->wanted;
    if (timer->wants_cancel) {
        // Readable at once; the read then says that it was cancelled.
        timer->is_cancelled = 1;
        time = (struct itimerspec){.it_value = {0, 1}};
        kernel_arm(fd, 0, &time, NULL);
    } else {
        time.it_value = shifted(time.it_value, -ahead);
        kernel_arm(fd, TFD_TIMER_ABSTIME, &time, NULL);
    }
}

static void look(int is_change) {
    double seconds = 0;
    char word[16] = "kept";
    FILE *in = fopen(file, "re");
    if (!in) return;
    int count = fscanf(in, "%lf %15s", &seconds, word);
    fclose(in);
    if (count < 1) return;
    pthread_mutex_lock(&lock);
    is_kept = strcmp(word, "free") != 0;
    int64_t fresh = (int64_t)(seconds * SECOND);
    if (fresh != ahead || is_change) {
        ahead = fresh;
        for (int fd = 0; fd < MOST; fd++)
            if (timers[fd].is_wall && timers[fd].is_armed) rearm(fd, &timers[fd]);
    }
    pthread_mutex_unlock(&lock);
}

static void *watch(void *argument) {
    int fd = (int)(intptr_t)argument;
    char events[4096];
    while (syscall(SYS_read, fd, events, sizeof events) > 0) look(1);
    return NULL;
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("WALL_CLOCK");
    if (!path || strlen(path) >= sizeof file) return;
    strcpy(file, path);
    strcpy(folder, path);
    char *slash = strrchr(folder, '/');
    if (!slash) return;
    *slash = 0;
    look(0);
    // The folder is watched, so that a file put in place whole is seen.
    int fd = inotify_init1(IN_CLOEXEC);
    if (fd < 0 || inotify_add_watch(fd, folder, IN_MOVED_TO) < 0) return;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    pthread_create(&thread, NULL, watch, (void *)(intptr_t)fd);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    long result = syscall(SYS_clock_gettime, clock, time);
    if (result == 0 && is_wall(clock)) *time = shifted(*time, ahead);
    return (int)result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    (void)zone;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *time = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}

int adjtimex(struct timex *state) {
    int result = (int)syscall(SYS_adjtimex, state);
    if (result < 0) return result;
    state->status = is_kept ? state->status & ~STA_UNSYNC : state->status | STA_UNSYNC;
    return is_kept ? TIME_OK : TIME_ERROR;
}

int timerfd_create(int clock, int flags) {
    int fd = (int)syscall(SYS_timerfd_create, clock, flags);
    if (fd < 0 || fd >= MOST) return fd;
    pthread_mutex_lock(&lock);
    timers[fd] = (struct timer){.is_wall = is_wall(clock)};
    pthread_mutex_unlock(&lock);
    return fd;
}

int timerfd_settime(int fd, int flags, const struct itimerspec *time, struct itimerspec *old) {
    pthread_mutex_lock(&lock);
    struct timer *timer = timer_of(fd);
    struct itimerspec real = *time;
    int is_armed = time->it_value.tv_sec || time->it_value.tv_nsec;
    if (timer) {
        timer->is_armed = is_armed && flags & TFD_TIMER_ABSTIME;
        timer->wants_cancel = (flags & TFD_TIMER_CANCEL_ON_SET) != 0;
        timer->is_cancelled = 0;
        timer->wanted = *time;
        if (timer->is_armed) real.it_value = shifted(time->it_value, -ahead);
    }
    int result = (int)kernel_arm(fd, flags, &real, old);
    int code = errno;
    pthread_mutex_unlock(&lock);
    errno = code;
    return result;
}

ssize_t read(int fd, void *bytes, size_t count) {
    ssize_t result = syscall(SYS_read, fd, bytes, count);
    int code = errno, cancelled = 0;
    pthread_mutex_lock(&lock);
    struct timer *timer = timer_of(fd);
    if (timer) {
        cancelled = timer->is_cancelled;
        timer->is_cancelled = 0;
    }
    pthread_mutex_unlock(&lock);
    errno = cancelled ? ECANCELED : code;
    return cancelled ? -1 : result;
}

int close(int fd) {
    pthread_mutex_lock(&lock);
    if (timer_of(fd)) timers[fd].is_wall = 0;
    pthread_mutex_unlock(&lock);
    return (int)syscall(SYS_close, fd);
}
