internal import CLibvirt

/// Something that happened to a domain and of which there is nothing more to say.
public enum DomainOccurrence: Hashable, Sendable {
    /// Its system rebooted.
    case rebooted
    /// libvirt lost the hypervisor's control channel: the guest may go on, but cannot be managed.
    case controlLost
    /// It woke up from the sleep that its own system had put it into.
    case wokeUp
    /// Its own system put it to sleep, with its memory kept.
    case slept
    /// Its own system put it to sleep, with its memory on its disk.
    case hibernated
}

extension DomainEventKind where Change == DomainOccurrence {
    /// The guest's system rebooted.
    ///
    /// libvirt:
    /// [`virConnectDomainEventGenericCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGenericCallback)
    public static var reboot: DomainEventKind {
        DomainEventKind(.reboot, calling: rebooted as virConnectDomainEventGenericCallback)
    }

    /// libvirt lost control of the hypervisor.
    ///
    /// libvirt:
    /// [`virConnectDomainEventGenericCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGenericCallback)
    public static var controlError: DomainEventKind {
        DomainEventKind(.controlError, calling: controlLost as virConnectDomainEventGenericCallback)
    }

    /// The guest woke up from the sleep that its own system had put it into.
    ///
    /// libvirt:
    /// [`virConnectDomainEventPMWakeupCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMWakeupCallback)
    public static var wakeUp: DomainEventKind {
        DomainEventKind(.pmWakeup, calling: wokeUp as virConnectDomainEventPMWakeupCallback)
    }

    /// The guest's own system put it to sleep, with its memory kept.
    ///
    /// libvirt:
    /// [`virConnectDomainEventPMSuspendCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMSuspendCallback)
    public static var sleep: DomainEventKind {
        DomainEventKind(.pmSuspend, calling: slept as virConnectDomainEventPMSuspendCallback)
    }

    /// The guest's own system put it to sleep, with its memory on its disk.
    ///
    /// libvirt:
    /// [`virConnectDomainEventPMSuspendDiskCallback`](https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMSuspendDiskCallback)
    public static var hibernation: DomainEventKind {
        DomainEventKind(.pmSuspendDisk, calling: hibernated as virConnectDomainEventPMSuspendDiskCallback)
    }
}

private typealias Kind = DomainEventKind<DomainOccurrence>

private func rebooted(_: OpaquePointer?, domain: OpaquePointer?, opaque: UnsafeMutableRawPointer?) {
    Kind.deliver(domain, .rebooted, to: opaque)
}

private func controlLost(_: OpaquePointer?, domain: OpaquePointer?, opaque: UnsafeMutableRawPointer?) {
    Kind.deliver(domain, .controlLost, to: opaque)
}

// The reason is always 0 in these three: libvirt has no reasons yet.

private func wokeUp(_: OpaquePointer?, domain: OpaquePointer?, _: Int32, opaque: UnsafeMutableRawPointer?) {
    Kind.deliver(domain, .wokeUp, to: opaque)
}

private func slept(_: OpaquePointer?, domain: OpaquePointer?, _: Int32, opaque: UnsafeMutableRawPointer?) {
    Kind.deliver(domain, .slept, to: opaque)
}

private func hibernated(_: OpaquePointer?, domain: OpaquePointer?, _: Int32, opaque: UnsafeMutableRawPointer?) {
    Kind.deliver(domain, .hibernated, to: opaque)
}
