internal import CLibvirt
internal import Glibc

/// A thread of this library, as seen from inside it.
enum OwnThread {
    /// Gives the calling thread its name, and spares the process the signal of a broken pipe.
    ///
    /// libvirt writes to the program `ssh` without asking for an error instead of the signal: an `ssh` that ends would
    /// end the process. Only these threads are spared, which are all that run libvirt's calls; what the program itself
    /// does about the signal stays as it is.
    static func begin(_ name: String) {
        shim_name_this_thread(name)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
