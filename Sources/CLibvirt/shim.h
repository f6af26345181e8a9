// What of libvirt, and of the C library under it, Swift cannot import by itself.
#pragma once
#include <libvirt/libvirt-admin.h>
#include <libvirt/libvirt-lxc.h>
#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <pthread.h>

// `field` is a char array, which Swift imports as an 80-element tuple.
static inline const char *shim_typed_parameter_field(const virTypedParameter *parameter) {
    return parameter->field;
}

// A GNU extension. _GNU_SOURCE would show it, and change other C types from what Swift's glibc module knows.
extern int pthread_setname_np(pthread_t, const char *);
static inline void shim_name_this_thread(const char *name) { pthread_setname_np(pthread_self(), name); }

// Function-like macros are not imported.
static inline int shim_cpu_map_length(int cpus) { return VIR_CPU_MAPLEN(cpus); }
static inline int shim_cpu_used(const unsigned char *map, int cpu) { return VIR_CPU_USED(map, cpu) ? 1 : 0; }
static inline void shim_use_cpu(unsigned char *map, int cpu) { VIR_USE_CPU(map, cpu); }

// A mutable global, which Swift 6 refuses to touch.
static inline virConnectAuthPtr shim_default_auth(void) { return virConnectAuthPtrDefault; }

// A GNU extension as well. Threads share one view of the folders, and a thread that does cannot change its mounts.
extern int unshare(int);
static inline int shim_unshare_folders(void) { return unshare(0x200 /* CLONE_FS */); }
