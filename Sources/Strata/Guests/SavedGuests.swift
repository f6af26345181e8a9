public import Libvirt

extension DomainReference where Mode == ReadWrite {
    /// Writes the guest's memory to disk and switches it off; its next start goes on from there.
    ///
    /// - Throws: ``Failure`` or `LibvirtError` where it cannot: a guest must run and be kept by the host.
    public func putAside() async throws {
        guard try await isPersistent else {
            throw Failure(
                .wrongState, "guest '\(name)'", "the host does not keep its definition, so nobody could start it again",
                hint: "save it to a file: strata save \(name) --to FILE")
        }
        try await managedSave()
    }

    /// Starts the guest from where it was put aside.
    ///
    /// - Throws: ``Failure`` with kind `wrongState` where it was not: it is not booted instead.
    public func takeUp() async throws {
        guard try await hasManagedSave else {
            throw Failure(
                .wrongState, "guest '\(name)'", "it has no saved state to go on from",
                hint: "boot it: strata start \(name); from a file: strata restore --from FILE")
        }
        try await start()
    }
}
