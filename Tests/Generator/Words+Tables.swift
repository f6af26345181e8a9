extension Words {
    /// Runs of C words that read better as others; applied in this order.
    static let phrases: KeyValuePairs = [
        "MIGRATE_PARAM_MIGRATE": "MIGRATE", "BYTES_SEC": "BYTES_PER_SECOND", "IOPS_SEC": "IOPS",
        "FAULTS_MAJ": "FAULTS_MAJOR",
        "FAULTS_MIN": "FAULTS_MINOR", "MIGRATE_PARAM": "MIGRATE", "PERF_PARAM": "PERF", "SAVE_PARAM_DXML": "SAVE_XML",
        "SAVE_PARAM": "SAVE", "CONNECT_IDENTITY": "IDENTITY", "TUNABLE_CPU_CPU": "TUNABLE_CPU",
        "TUNABLE_BLKDEV": "TUNABLE_BLOCK", "READ_REQ": "READ_REQUESTS", "WRITE_REQ": "WRITE_REQUESTS",
        "FLUSH_REQ": "FLUSH_REQUESTS", "PERSIST_XML": "PERSISTENT_XML", "CLIENTS_UNAUTH": "UNAUTHENTICATED_CLIENTS",
        "MT_DTHREADS": "MT_DECOMPRESSION_THREADS",
    ]

    /// C words that are several English words, or an abbreviation of one.
    static let expansions: [String: String] = [
        "ADDR": "address", "ALG": "algorithm", "ALLOC": "allocate", "ARG": "argument", "ATSET1": "at set1",
        "ATSET2": "at set2", "ATSET3": "at set3", "AUTHNAME": "auth name", "BLKDEV": "block device",
        "BPS": "bytes per second", "BTN": "button", "BUF": "buffer", "CANCELED": "cancelled",
        "CBITPOS": "c bit position", "CONF": "config", "CONN": "connection", "COREDUMP": "core dump",
        "CPUTIME": "cpu time", "CRASHLOADED": "crash loaded", "DEST": "destination", "DEV": "device",
        "DIRTYRATE": "dirty rate", "DXML": "domain xml", "ECHOPROMPT": "echo prompt", "EMULATORPIN": "emulator pin",
        "ERRMSG": "error message", "ERRS": "errors", "EXIST": "exists", "EXT": "external", "HYPERV": "hyper v",
        "INC": "incremental", "INJECTNMI": "inject nmi", "INTR": "interrupt", "IOERROR": "io error",
        "IOTHREAD": "io thread", "IOTHREADSPIN": "io thread pin", "IOTUNE": "io tune", "IOWAIT": "io wait",
        "KBD": "keyboard", "MANAGEDSAVE": "managed save", "MEM": "memory", "MILLISECS": "milliseconds",
        "NODEDEV": "node device", "NODESET": "node set", "NOECHOPROMPT": "no echo prompt", "NONBLOCK": "non blocking",
        "NOSTATE": "no state", "NOWAIT": "no wait", "NS": "nanoseconds", "PEER2PEER": "peer to peer",
        "PGALLOC": "page allocations", "PGFAIL": "page failures", "PMSUSPEND": "pm suspend",
        "PMSUSPENDED": "pm suspended", "PMWAKEUP": "pm wakeup", "PORTGROUP": "port group", "POSTCOPY": "post copy",
        "POWEROFF": "power off", "PREALLOC": "preallocate", "READONLY": "read only", "REQS": "requests",
        "RO": "read only", "SECLABEL": "security label", "SHUTOFF": "shut off", "SKIPAUTH": "skip authentication",
        "SYSTEMTIME": "system time", "THREADPOOL": "thread pool", "UNKNOWN": "unspecified", "UNSPEC": "unspecified",
        "USERTIME": "user time", "VCPUPIN": "vcpu pin", "VCPUTIME": "vcpu time", "VOL": "volume",
        "ZEROCOPY": "zero copy",
    ]

    /// Words written in capitals, except at the start of a name; a number may follow.
    static let acronyms: Set<String> = [
        "acpi", "agp", "ap", "api", "arp", "bpf", "ccw", "cmt", "cpu", "css", "dhcp", "dns", "drm", "es", "fc", "fd",
        "gnutls", "hmp", "http", "id", "io", "iops", "ip", "kvm", "lxc", "lzo", "mac", "mbml", "mbmt", "mt", "nmi",
        "numa", "nvram", "ok", "os", "pci", "pdh", "pf", "pm", "qemu", "rdma", "rpc", "rss", "rtc", "sasl", "scsi",
        "sev",
        "srv", "ssh", "tcp", "tls", "tpm", "txt", "uri", "usb", "uuid", "vcpu", "vm", "vpd", "vtpm", "x", "xbzrle",
        "xml", "xt",
    ]

    /// Acronyms with a spelling of their own.
    static let spellings: [String: String] = [
        "dbus": "DBus", "ipv4": "IPv4", "ipv6": "IPv6", "iscsi": "iSCSI", "libssh": "LibSSH", "nwfilter": "NWFilter",
        "polkit": "Polkit", "selinux": "SELinux",
    ]

    /// Swift's reserved words, as far as libvirt has constants that read so.
    static let keywords: Set<String> = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum",
        "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
        "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
        "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true", "try", "typealias", "var", "where", "while",
    ]
}
