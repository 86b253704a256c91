/*
 * Preloaded into a browser, writes down what it does to files below the folders in SOAK_WATCH (absolute, separated by
 * colons): every change, and every demand that it be on the disk. The journal (SOAK_JOURNAL) is what `replay.ts` makes
 * a power cut of.
 *
 * A record, little-endian: u64 kind, u64 handle, i64 offset, u32 length of the path, u32 length of the data, path, data.
 * Handles are those of all processes, none is given twice.
 * A write is written down after it was done and a sync before it is reported, each under one lock, so that the order of
 * the records is that of the disk. Nothing is really synced: the journal is the disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENED = 1, MADE, WRITTEN, CUT_TO, SYNCED, RENAMED, REMOVED, UNKNOWN };
enum { FILES = 65536, FOLDER = 1 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *watched;
static int journal = -1;
static uint64_t handles[FILES], identities[FILES], last;

#define REAL(type, name, ...)                             \
  static type (*real)(__VA_ARGS__);                       \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("SOAK_JOURNAL"), *folders = getenv("SOAK_WATCH");
  if (!path || !folders) return;
  // Chromium writes the titles of its processes over their environment.
  watched = strdup(folders);
  journal = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_watched(const char *path) {
  if (journal < 0 || !path) return 0;
  for (const char *at = watched; *at;) {
    const char *end = strchrnul(at, ':');
    size_t length = end - at;
    if (length && !strncmp(path, at, length) && (path[length] == '/' || !path[length])) return 1;
    at = *end ? end + 1 : end;
  }
  return 0;
}

static void note(uint64_t kind, uint64_t handle, int64_t offset, const char *path, const void *data, size_t length) {
  int saved = errno;
  struct __attribute__((packed)) {
    uint64_t kind, handle;
    int64_t offset;
    uint32_t path, data;
  } head = {kind, handle, offset, path ? strlen(path) : 0, length};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)(path ? path : ""), head.path}, {(void *)data, length}};
  syscall(SYS_writev, journal, parts, 3);
  errno = saved;
}


static int opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= FILES) return fd;
  identities[fd] = 0;
  struct stat about;
  int folder = !fstat(fd, &about) && S_ISDIR(about.st_mode);
  handles[fd] = ((uint64_t)getpid() << 24) + ++last;
  note(existed ? OPENED : MADE, handles[fd], folder ? FOLDER : 0, path, 0, 0);
  if (existed && (flags & O_TRUNC)) note(CUT_TO, handles[fd], 0, 0, 0, 0);
  return fd;
}

/**
 * 0 for what is not watched. A descriptor is looked at each time: Chromium hands files from one process to another, and has
 * a `close` of its own.
 */
static uint64_t handle_of(int fd) {
  struct stat about;
  if (journal < 0 || fd < 0 || fd >= FILES) return 0;
  int saved = errno;
  uint64_t handle = 0;
  if (!fstat(fd, &about) && (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode))) {
    char link[32], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    if (is_watched(path)) {
      uint64_t identity = about.st_ino;
      for (const char *at = path; *at; at++) identity = (identity ^ (unsigned char)*at) * 0x100000001b3;
      if (identities[fd] != identity) opened(fd, path, 0, 1);
      identities[fd] = identity;
      handle = handles[fd];
    }
  }
  errno = saved;
  return handle;
}

#define OPEN(name)                                                         \
  int name(const char *path, int flags, ...) {                             \
    REAL(int, #name, const char *, int, ...);                              \
    mode_t mode = 0;                                                       \
    if (flags & (O_CREAT | O_TMPFILE)) {                                   \
      va_list rest;                                                        \
      va_start(rest, flags);                                               \
      mode = va_arg(rest, mode_t);                                         \
      va_end(rest);                                                        \
    }                                                                      \
    if (!is_watched(path)) return real(path, flags, mode);                 \
    pthread_mutex_lock(&lock);                                             \
    int existed = !syscall(SYS_faccessat, AT_FDCWD, path, F_OK);           \
    int fd = opened(real(path, flags, mode), path, flags, existed);        \
    pthread_mutex_unlock(&lock);                                           \
    return fd;                                                             \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                    \
  int name(int folder, const char *path, int flags, ...) {                              \
    REAL(int, #name, int, const char *, int, ...);                                      \
    mode_t mode = 0;                                                                    \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                \
      va_list rest;                                                                     \
      va_start(rest, flags);                                                            \
      mode = va_arg(rest, mode_t);                                                      \
      va_end(rest);                                                                     \
    }                                                                                   \
    return *path == '/' ? open(path, flags, mode) : real(folder, path, flags, mode);    \
  }
OPENAT(openat)
OPENAT(openat64)

/** Not among what is modelled; the replay refuses a journal that has one. */
#define FOPEN(name)                                                          \
  FILE *name(const char *path, const char *mode) {                           \
    REAL(FILE *, #name, const char *, const char *);                         \
    if (is_watched(path) && *mode != 'r') note(UNKNOWN, 0, 0, path, 0, 0);   \
    return real(path, mode);                                                 \
  }
FOPEN(fopen)
FOPEN(fopen64)

ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  if (!handle_of(fd)) return real(fd, data, length);
  pthread_mutex_lock(&lock);
  ssize_t done = real(fd, data, length);
  if (done > 0) note(WRITTEN, handle_of(fd), lseek(fd, 0, SEEK_CUR) - done, 0, data, done);
  pthread_mutex_unlock(&lock);
  return done;
}

#define PWRITE(name)                                                       \
  ssize_t name(int fd, const void *data, size_t length, off_t offset) {    \
    REAL(ssize_t, #name, int, const void *, size_t, off_t);                \
    if (!handle_of(fd)) return real(fd, data, length, offset);             \
    pthread_mutex_lock(&lock);                                             \
    ssize_t done = real(fd, data, length, offset);                         \
    if (done > 0) note(WRITTEN, handle_of(fd), offset, 0, data, done);     \
    pthread_mutex_unlock(&lock);                                           \
    return done;                                                           \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (!handle_of(fd)) return real(fd, parts, count);
  ssize_t total = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = write(fd, parts[i].iov_base, parts[i].iov_len);
    if (done < 0) return total ? total : done;
    total += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return total;
}

#define FTRUNCATE(name)                                               \
  int name(int fd, off_t length) {                                    \
    REAL(int, #name, int, off_t);                                     \
    if (!handle_of(fd)) return real(fd, length);                      \
    pthread_mutex_lock(&lock);                                        \
    int result = real(fd, length);                                    \
    if (!result) note(CUT_TO, handle_of(fd), length, 0, 0, 0);        \
    pthread_mutex_unlock(&lock);                                      \
    return result;                                                    \
  }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

#define SYNC(name)                                        \
  int name(int fd) {                                      \
    REAL(int, #name, int);                                \
    if (!handle_of(fd)) return real(fd);                  \
    pthread_mutex_lock(&lock);                            \
    note(SYNCED, handle_of(fd), 0, 0, 0, 0);              \
    pthread_mutex_unlock(&lock);                          \
    return 0;                                             \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (!is_watched(from) && !is_watched(to)) return real(from, to);
  pthread_mutex_lock(&lock);
  int result = real(from, to);
  if (!result) note(RENAMED, 0, 0, from, to, strlen(to));
  pthread_mutex_unlock(&lock);
  return result;
}

#define REMOVE(name)                                               \
  int name(const char *path) {                                     \
    REAL(int, #name, const char *);                                \
    if (!is_watched(path)) return real(path);                      \
    pthread_mutex_lock(&lock);                                     \
    int result = real(path);                                       \
    if (!result) note(REMOVED, 0, 0, path, 0, 0);                  \
    pthread_mutex_unlock(&lock);                                   \
    return result;                                                 \
  }
REMOVE(unlink)
REMOVE(rmdir)
REMOVE(remove)

int unlinkat(int folder, const char *path, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  char link[32], whole[8192];
  if (*path == '/' || folder == AT_FDCWD) {
    snprintf(whole, sizeof whole, "%s", path);
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, whole, 4096);
    snprintf(whole + (length > 0 ? length : 0), 4096, "/%s", path);
  }
  if (!is_watched(whole)) return real(folder, path, flags);
  pthread_mutex_lock(&lock);
  int result = real(folder, path, flags);
  if (!result) note(REMOVED, 0, 0, whole, 0, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
