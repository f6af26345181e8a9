#include "baseline.h"
#include <libvirt/libvirt.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t baseline_list(void *connection) {
    virDomainPtr *domains;
    int count = virConnectListAllDomains(connection, &domains, 0);
    int64_t sum = 0;
    for (int index = 0; index < count; index++) {
        virDomainInfo info;
        if (virDomainGetInfo(domains[index], &info) == 0)
            sum += info.memory + strlen(virDomainGetName(domains[index]));
        virDomainFree(domains[index]);
    }
    if (count >= 0) free(domains);
    return count < 0 ? -1 : sum;
}

int64_t baseline_look_up(void *connection, const unsigned char *uuids, int count) {
    int64_t sum = 0;
    for (int index = 0; index < count; index++) {
        virDomainPtr domain = virDomainLookupByUUID(connection, uuids + index * VIR_UUID_BUFLEN);
        if (!domain) return -1;
        sum += strlen(virDomainGetName(domain));
        virDomainFree(domain);
    }
    return sum;
}

int64_t baseline_info(void *domain, int count) {
    int64_t sum = 0;
    for (int index = 0; index < count; index++) {
        virDomainInfo info;
        if (virDomainGetInfo(domain, &info) < 0) return -1;
        sum += info.memory;
    }
    return sum;
}

static _Atomic int64_t last_event;

static int note_event(virConnectPtr connection, virDomainPtr domain, int event, int detail, void *opaque) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    atomic_store(&last_event, now.tv_sec * 1000000000LL + now.tv_nsec);
    return 0;
}

int baseline_watch(void *connection) {
    return virConnectDomainEventRegisterAny(connection, NULL, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                            VIR_DOMAIN_EVENT_CALLBACK(note_event), NULL, NULL);
}

int64_t baseline_last_event(void) { return atomic_load(&last_event); }
