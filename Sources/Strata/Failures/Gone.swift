internal import Libvirt

/// What `body` answers; `nil` when what it asks about has gone: guests come and go while a list of them is read.
func unlessGone<Answer>(_ body: () async throws -> Answer?) async throws -> Answer? {
    do {
        return try await body()
    } catch let error as LibvirtError where error.saysThatItIsGone {
        return nil
    }
}

extension LibvirtError {
    /// Whether what was asked for is not there.
    var saysThatItIsGone: Bool {
        [.noDomain, .noNetwork, .noStoragePool, .noStorageVolume].contains(code)
    }
}
