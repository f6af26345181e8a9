internal import Strata

extension CPUPart {
    var words: String {
        switch self {
        case .guestCode: "guests' code"
        case .vmm: "VMM for guests"
        case .kernelForGuests: "host kernel for guests"
        case .undividedGuests: "guests, not divided"
        case .daemons: "VMM's daemons"
        case .interrupts: "interrupts"
        case .otherWork: "other work"
        case .stolen: "stolen from this host"
        case .idle: "idle"
        }
    }
}

extension MemoryPart {
    var words: String {
        switch self {
        case .guestMemory: "guests' memory"
        case .vmm: "VMM beside it"
        case .undividedGuests: "guests, not divided"
        case .pageTables: "page tables of guests"
        case .daemons: "VMM's daemons"
        case .reservedHugePages: "huge pages in reserve"
        case .pageCache: "page cache"
        case .other: "kernel and other programs"
        case .free: "free"
        }
    }
}
