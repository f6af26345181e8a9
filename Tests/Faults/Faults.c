#define _GNU_SOURCE
#include "Faults.h"

#include <libvirt/libvirt.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include "Place.h"

static atomic_bool armed;
static atomic_int calls, target;
static _Atomic(const char *) failed, misplaced;

void faults_arm(int n) {
    calls = 0;
    target = n;
    failed = NULL;
    armed = true;
}

int faults_disarm(void) {
    armed = false;
    return calls;
}

const char *faults_failed(void) { return failed; }
const char *faults_misplaced(void) { return misplaced; }

// The library's own threads have names; the others are Swift's, and libvirt's event loop reads the replies.
static bool is_right(enum place place) {
    char name[16] = "";
    pthread_getname_np(pthread_self(), name, sizeof name);
    if (strcmp(name, "libvirt-events") == 0) return place != WHERE_IT_MAY_BLOCK;
    return place == ANYWHERE || strncmp(name, "libvirt-", 8) == 0;
}

// Whether the call of that name is the one to fail; leaves libvirt's error behind then.
bool faults_take(const char *name, enum place place) {
    if (!armed) return false;
    if (!is_right(place)) misplaced = name;
    if (atomic_fetch_add(&calls, 1) + 1 != target) return false;
    failed = name;
    virDomainGetName(NULL);  // which is an error, and libvirt has no call to set one
    return true;
}

static atomic_bool has_event_loop;

void faults_note_event_loop(void) { has_event_loop = true; }

// Without an event loop libvirt never reads the events of a connection to a daemon.
void faults_note_open(void) {
    if (!has_event_loop) misplaced = "virConnectOpenAuth, before the event loop,";
}

static virConnectCloseFunc closed;
static virConnectPtr closing;
static void *closing_opaque;

// Remembers what libvirt would call when the connection ends.
void faults_remember_close(virConnectPtr connection, virConnectCloseFunc callback, void *opaque) {
    closed = callback;
    closing = connection;
    closing_opaque = opaque;
}

void faults_break_connection(void) { closed(closing, VIR_CONNECT_CLOSE_REASON_EOF, closing_opaque); }
