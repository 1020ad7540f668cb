// stamp FILE WORD: adds the time at which it was started and a word to a file, in one write.
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **words) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (count != 3) return 64;
    char line[256];
    int length = snprintf(line, sizeof line, "%lld.%09ld %.200s\n", (long long)now.tv_sec, now.tv_nsec, words[2]);
    int file = open(words[1], O_WRONLY | O_CREAT | O_APPEND, 0600);
    return file < 0 || write(file, line, (size_t)length) != length ? 74 : 0;
}
