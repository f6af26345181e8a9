// Functions with the names of libvirt's, which the linker finds first. They are hidden: libvirt's own calls of itself go
// their old way.
//
// All arguments and results here are integers and pointers. The calling conventions of x86-64 and AArch64 pass those in
// the same places whatever their types are, so that ten words are handed on without a look at what they mean.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>

#include "Place.h"

#if !defined(__x86_64__) && !defined(__aarch64__)
#error "look up how this processor passes arguments"
#endif

typedef long word;
typedef word function(word, word, word, word, word, word, word, word, word, word);

bool faults_take(const char *name, enum place place);
void faults_note_event_loop(void);
void faults_note_open(void);
void faults_remember_close(word connection, word callback, word opaque);

#define CALL(name, failure, place, before)                                                                            \
    __attribute__((visibility("hidden"))) word name(                                                                  \
        word a, word b, word c, word d, word e, word f, word g, word h, word i, word j) {                             \
        static function *next;                                                                                        \
        if (!next) next = (function *)dlsym(RTLD_NEXT, #name);                                                        \
        before;                                                                                                       \
        return faults_take(#name, place) ? failure : next(a, b, c, d, e, f, g, h, i, j);                           \
    }

// Answers -1 on failure; answers NULL on failure.
#define STATUS(name) CALL(name, -1, WHERE_IT_MAY_BLOCK, )
#define POINTER(name) CALL(name, 0, WHERE_IT_MAY_BLOCK, )
// Does not wait on a stream that was made so, as the event loop uses them.
#define STREAM_STATUS(name) CALL(name, -1, ON_EVENT_LOOP_TOO, )
// Does not leave the process.
#define LOCAL_STATUS(name) CALL(name, -1, ANYWHERE, )
#define LOCAL_POINTER(name) CALL(name, 0, ANYWHERE, )

CALL(virConnectRegisterCloseCallback, -1, WHERE_IT_MAY_BLOCK, faults_remember_close(a, b, c))
CALL(virEventRegisterDefaultImpl, -1, WHERE_IT_MAY_BLOCK, faults_note_event_loop())
CALL(virConnectOpenAuth, 0, WHERE_IT_MAY_BLOCK, faults_note_open())

POINTER(virConnectGetURI)
POINTER(virConnectGetCapabilities)
POINTER(virConnectGetHostname)
STATUS(virConnectSetKeepAlive)
STATUS(virConnectIsAlive)
STATUS(virConnectGetAllDomainStats)
STATUS(virConnectListAllDomains)
STATUS(virConnectListAllNetworks)
STATUS(virConnectListAllStoragePools)
STATUS(virConnectListAllNodeDevices)
STATUS(virConnectDomainEventRegisterAny)
STATUS(virConnectNetworkEventRegisterAny)
STATUS(virConnectStoragePoolEventRegisterAny)
STATUS(virConnectNodeDeviceEventRegisterAny)

POINTER(virDomainLookupByName)
POINTER(virDomainDefineXMLFlags)
POINTER(virDomainDefineXML)
POINTER(virDomainCreateXML)
POINTER(virDomainGetXMLDesc)
POINTER(virDomainGetSchedulerType)
POINTER(virDomainMigrate3)
POINTER(virDomainScreenshot)
STATUS(virDomainCreateWithFlags)
STATUS(virDomainDestroyFlags)
STATUS(virDomainUndefineFlags)
STATUS(virDomainGetState)
STATUS(virDomainGetInfo)
STATUS(virDomainIsActive)
STATUS(virDomainSave)
STATUS(virDomainSaveFlags)
STATUS(virDomainRestoreFlags)
STATUS(virDomainRestore)
STATUS(virDomainGetJobStats)
STATUS(virDomainGetVcpusFlags)
STATUS(virDomainGetVcpus)
STATUS(virDomainGetVcpuPinInfo)
STATUS(virDomainGetCPUStats)
STATUS(virDomainGetBlkioParameters)
STATUS(virDomainSetBlkioParameters)
STATUS(virDomainGetNumaParameters)
STATUS(virDomainSetNumaParameters)
STATUS(virDomainListGetStats)
STATUS(virDomainListAllSnapshots)
STATUS(virDomainOpenConsole)
STATUS(virDomainBlockPull)
STATUS(virDomainBlockCommit)
STATUS(virDomainBlockJobAbort)
STATUS(virDomainGetBlockJobInfo)
STATUS(virNodeGetInfo)
STATUS(virNodeGetCPUMap)

POINTER(virDomainSnapshotCreateXML)
POINTER(virDomainSnapshotGetParent)
POINTER(virDomainSnapshotGetXMLDesc)
STATUS(virDomainSnapshotHasMetadata)
STATUS(virDomainSnapshotIsCurrent)
STATUS(virDomainSnapshotListAllChildren)
STATUS(virDomainSnapshotDelete)
LOCAL_POINTER(virDomainSnapshotGetDomain)

POINTER(virStoragePoolDefineXML)
POINTER(virStoragePoolLookupByName)
POINTER(virStorageVolLookupByName)
POINTER(virStorageVolCreateXML)
POINTER(virStorageVolGetPath)
STATUS(virStoragePoolCreate)
STATUS(virStoragePoolGetInfo)
STATUS(virStoragePoolListAllVolumes)
STATUS(virStorageVolGetInfo)
STATUS(virStorageVolGetInfoFlags)
STATUS(virStorageVolDelete)
STATUS(virStorageVolUpload)
STATUS(virStorageVolDownload)

POINTER(virStreamNew)
STREAM_STATUS(virStreamSend)
STREAM_STATUS(virStreamRecv)
STATUS(virStreamRecvFlags)
STATUS(virStreamFinish)
STATUS(virStreamEventAddCallback)

STATUS(virNodeDeviceNumOfCaps)
STATUS(virNodeDeviceListCaps)

LOCAL_STATUS(virTypedParamsAddInt)
LOCAL_STATUS(virTypedParamsAddUInt)
LOCAL_STATUS(virTypedParamsAddULLong)
LOCAL_STATUS(virTypedParamsAddString)
