// Stands between the library and libvirt in one program of the tests, and makes calls fail.
#pragma once

// From now on counts calls and makes the n-th of them fail with an error of libvirt's; 0 only counts.
void faults_arm(int n);

// Ends that, and answers how many calls there were.
int faults_disarm(void);

// The call that failed, or NULL; and the first that was made on a thread that must not block, or NULL.
const char *faults_failed(void);
const char *faults_misplaced(void);

// Calls the connection's close callback as libvirt does when a daemon goes away.
void faults_break_connection(void);

// How many pieces of memory the program has that were not freed; 0 where a sanitizer allocates.
long faults_live_allocations(void);
