internal import CLibvirt
internal import Glibc

/// libvirt's event loop, on one thread of its own for the life of the process.
///
/// It must be registered before the first connection of the process is opened: registered later, the events of a
/// remote connection stall silently.
enum EventLoop {
    /// Starts the loop on first use; throws each time where that failed.
    static func start() throws { try outcome.get() }

    private static let outcome: Result<Void, LibvirtError> = {
        ErrorSilence.begin()
        do throws(LibvirtError) {
            try check(virInitialize(), "virInitialize", "event loop")
            try check(virEventRegisterDefaultImpl(), "virEventRegisterDefaultImpl", "event loop")
        } catch {
            return .failure(error)
        }
        var thread = pthread_t()
        guard pthread_create(&thread, nil, runEventLoop, nil) == 0 else {
            return .failure(LibvirtError(code: .systemError, message: "cannot start the thread of the event loop"))
        }
        pthread_detach(thread)
        return .success(())
    }()
}

private func runEventLoop(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    OwnThread.begin("libvirt-events")
    while virEventRunDefaultImpl() >= 0 {}
    return nil
}
