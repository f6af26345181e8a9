// The same work as the races in Swift, in plain C: what a ratio of 1.00 means.
#pragma once
#include <stdint.h>

// Each takes a virConnectPtr or virDomainPtr as an untyped pointer and answers a checksum, or -1.
int64_t baseline_list(void *connection);
int64_t baseline_statistics(void *connection);
int64_t baseline_look_up(void *connection, const unsigned char *uuids, int count);
int64_t baseline_info(void *domain, int count);

// Registers a raw lifecycle callback on the connection; the time of the last event, in nanoseconds of the monotonic clock.
int baseline_watch(void *connection);
int64_t baseline_last_event(void);
