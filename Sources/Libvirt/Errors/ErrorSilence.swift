internal import CLibvirt

/// libvirt prints every error on stderr unless told otherwise; ours are thrown, so the printing is switched off once.
enum ErrorSilence {
    static func begin() { virSetErrorFunc(nil, ignoreReportedError) }
}

// A file-scope function: a closure literal in an isolated context would be checked for that isolation at run time and
// end the process when libvirt calls it from another thread.
private func ignoreReportedError(_ userData: UnsafeMutableRawPointer?, _ error: virErrorPtr?) {}
