#include "baseline.h"
#include <libvirt/libvirt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// What a careful C program makes of the bulk statistics: values with names, disks and interfaces in arrays.
struct disk {
    unsigned long long rd_reqs, rd_bytes, rd_times, wr_reqs, wr_bytes, wr_times, fl_reqs, fl_times;
    unsigned long long allocation, capacity, physical;
    char *name, *path;
};

struct interface {
    unsigned long long rx_bytes, rx_pkts, rx_errs, rx_drop, tx_bytes, tx_pkts, tx_errs, tx_drop;
    char *name;
};

struct statistics {
    virDomainPtr domain;
    int state, reason;
    unsigned long long cpu_time, cpu_user, cpu_system, balloon_current, balloon_maximum, vcpu_current, vcpu_maximum;
    unsigned long long balloon_rss, balloon_unused, balloon_available, balloon_usable;
    unsigned disk_count, interface_count;
    struct disk *disks;
    struct interface *interfaces;
};

struct field {
    const char *name;
    size_t offset;
};

#define FIELD(type, name, member) {name, offsetof(struct type, member)}

static const struct field of_domain[] = {
    FIELD(statistics, "state.state", state), FIELD(statistics, "state.reason", reason),
    FIELD(statistics, "cpu.time", cpu_time), FIELD(statistics, "cpu.user", cpu_user),
    FIELD(statistics, "cpu.system", cpu_system), FIELD(statistics, "balloon.current", balloon_current),
    FIELD(statistics, "balloon.maximum", balloon_maximum), FIELD(statistics, "balloon.rss", balloon_rss),
    FIELD(statistics, "balloon.unused", balloon_unused), FIELD(statistics, "balloon.available", balloon_available),
    FIELD(statistics, "balloon.usable", balloon_usable), FIELD(statistics, "vcpu.current", vcpu_current),
    FIELD(statistics, "vcpu.maximum", vcpu_maximum), {NULL, 0}};

static const struct field of_disk[] = {
    FIELD(disk, "name", name), FIELD(disk, "path", path), FIELD(disk, "rd.reqs", rd_reqs),
    FIELD(disk, "rd.bytes", rd_bytes), FIELD(disk, "rd.times", rd_times), FIELD(disk, "wr.reqs", wr_reqs),
    FIELD(disk, "wr.bytes", wr_bytes), FIELD(disk, "wr.times", wr_times), FIELD(disk, "fl.reqs", fl_reqs),
    FIELD(disk, "fl.times", fl_times), FIELD(disk, "allocation", allocation), FIELD(disk, "capacity", capacity),
    FIELD(disk, "physical", physical), {NULL, 0}};

static const struct field of_interface[] = {
    FIELD(interface, "name", name), FIELD(interface, "rx.bytes", rx_bytes), FIELD(interface, "rx.pkts", rx_pkts),
    FIELD(interface, "rx.errs", rx_errs), FIELD(interface, "rx.drop", rx_drop), FIELD(interface, "tx.bytes", tx_bytes),
    FIELD(interface, "tx.pkts", tx_pkts), FIELD(interface, "tx.errs", tx_errs), FIELD(interface, "tx.drop", tx_drop),
    {NULL, 0}};

static void take(void *part, const struct field *fields, const char *name, virTypedParameterPtr parameter) {
    for (; fields->name; fields++) {
        if (strcmp(fields->name, name) != 0) continue;
        void *place = (char *) part + fields->offset;
        switch (parameter->type) {
        case VIR_TYPED_PARAM_INT: *(int *) place = parameter->value.i; break;
        case VIR_TYPED_PARAM_UINT: *(unsigned long long *) place = parameter->value.ui; break;
        case VIR_TYPED_PARAM_ULLONG: *(unsigned long long *) place = parameter->value.ul; break;
        case VIR_TYPED_PARAM_STRING: *(char **) place = strdup(parameter->value.s); break;
        }
        return;
    }
}

// Takes over the value of one of several parts, whose names go on with a number and a dot.
static void take_numbered(void *parts, size_t size, unsigned count, const struct field *fields, const char *name,
                          virTypedParameterPtr parameter) {
    char *end;
    unsigned long number = strtoul(name, &end, 10);
    if (end != name && *end == '.' && number < count)
        take((char *) parts + number * size, fields, end + 1, parameter);
}

static void read_record(struct statistics *one, virDomainStatsRecordPtr record) {
    memset(one, 0, sizeof *one);
    one->domain = record->dom;
    for (int index = 0; index < record->nparams; index++) {
        virTypedParameterPtr parameter = &record->params[index];
        const char *name = parameter->field;
        if (strcmp(name, "block.count") == 0) {
            one->disk_count = parameter->value.ui;
            one->disks = calloc(one->disk_count, sizeof *one->disks);
        } else if (strcmp(name, "net.count") == 0) {
            one->interface_count = parameter->value.ui;
            one->interfaces = calloc(one->interface_count, sizeof *one->interfaces);
        } else if (strncmp(name, "block.", 6) == 0) {
            take_numbered(one->disks, sizeof *one->disks, one->disk_count, of_disk, name + 6, parameter);
        } else if (strncmp(name, "net.", 4) == 0) {
            take_numbered(one->interfaces, sizeof *one->interfaces, one->interface_count, of_interface, name + 4,
                          parameter);
        } else {
            take(one, of_domain, name, parameter);
        }
    }
}

static void drop(struct statistics *one) {
    for (unsigned index = 0; index < one->disk_count; index++) {
        free(one->disks[index].name);
        free(one->disks[index].path);
    }
    for (unsigned index = 0; index < one->interface_count; index++) free(one->interfaces[index].name);
    free(one->disks);
    free(one->interfaces);
}

int64_t baseline_statistics(void *connection) {
    virDomainStatsRecordPtr *records;
    int count = virConnectGetAllDomainStats(connection, 0, &records, 0);
    if (count < 0) return -1;
    struct statistics *all = malloc(count * sizeof *all);
    int64_t sum = 0;
    for (int index = 0; index < count; index++) read_record(&all[index], records[index]);
    for (int index = 0; index < count; index++) sum += all[index].state + strlen(virDomainGetName(all[index].domain));
    for (int index = 0; index < count; index++) drop(&all[index]);
    free(all);
    virDomainStatsRecordListFree(records);
    return sum;
}
