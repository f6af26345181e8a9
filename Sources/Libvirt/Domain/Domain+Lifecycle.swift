internal import CLibvirt

extension DomainReference where Mode == ReadWrite {
    /// Boots the domain and returns once the hypervisor reports it running.
    ///
    /// The domain must be defined and shut off. May block on disk and network set-up; cancelling the task abandons
    /// the wait, not the boot.
    /// - Parameter options: How to start; the default lets it run at once.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it already runs. A guest that boots and then
    ///   crashes is an event, not an error.
    ///
    /// libvirt: [`virDomainCreateWithFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateWithFlags)
    /// and, without options, [`virDomainCreate`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreate)
    public func start(_ options: DomainStartOptions = []) async throws {
        try await handle.status(
            options, "virDomainCreate", virDomainCreate, "virDomainCreateWithFlags", virDomainCreateWithFlags)
    }

    /// Asks the guest's own system to shut down, and returns at once; the guest may ignore it.
    ///
    /// - Parameter options: How to ask; the default leaves it to the hypervisor.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainShutdownFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdownFlags)
    public func requestShutdown(_ options: DomainShutdownOptions = []) async throws {
        try await handle.status("virDomainShutdownFlags") { virDomainShutdownFlags($0, options.rawValue) }
    }

    /// Asks the guest's own system to reboot, and returns at once; the guest may ignore it.
    ///
    /// - Parameter options: How to ask; the default leaves it to the hypervisor.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainReboot`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainReboot)
    public func reboot(_ options: DomainRebootOptions = []) async throws {
        try await handle.status("virDomainReboot") { virDomainReboot($0, options.rawValue) }
    }

    /// Presses the reset button: the guest starts anew without having been asked, and loses what it had not written.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainReset`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainReset)
    public func reset() async throws {
        try await handle.status("virDomainReset") { virDomainReset($0, 0) }
    }

    /// Pulls the plug: the domain stops at once, and its system loses what it had not written.
    ///
    /// The definition of a persistent domain stays; a transient one is gone afterwards.
    /// - Parameter options: Such as asking the hypervisor to end in good order first.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainDestroyFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroyFlags)
    /// and, without options, [`virDomainDestroy`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroy)
    public func forceOff(_ options: DomainForceOffOptions = []) async throws {
        try await handle.status(
            options, "virDomainDestroy", virDomainDestroy, "virDomainDestroyFlags", virDomainDestroyFlags)
    }

    /// Stops the domain's processors; its memory stays.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainSuspend`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSuspend)
    public func suspend() async throws {
        try await handle.status("virDomainSuspend") { virDomainSuspend($0) }
    }

    /// Lets a suspended domain go on.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when it does not run.
    ///
    /// libvirt: [`virDomainResume`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainResume)
    public func resume() async throws {
        try await handle.status("virDomainResume") { virDomainResume($0) }
    }

    /// Removes the definition from the host; a running domain goes on and becomes transient.
    ///
    /// Disks are never touched.
    /// - Parameter options: What else of the domain goes with it: saved state, snapshots' and checkpoints' metadata,
    ///   NVRAM, TPM state. Without the right option libvirt refuses a domain that has them.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when something stands in the way; the hint says which
    ///   option removes it.
    ///
    /// libvirt: [`virDomainUndefineFlags`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUndefineFlags)
    public func undefine(_ options: DomainUndefineOptions = []) async throws {
        try await handle.status("virDomainUndefineFlags") { virDomainUndefineFlags($0, options.rawValue) }
    }

    /// Chooses whether the domain starts with the host.
    ///
    /// - Throws: ``LibvirtError`` with code `operationInvalid` for a transient domain.
    ///
    /// libvirt: [`virDomainSetAutostart`](https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetAutostart)
    public func setAutostart(_ isOn: Bool) async throws {
        try await handle.status("virDomainSetAutostart") { virDomainSetAutostart($0, isOn ? 1 : 0) }
    }
}
