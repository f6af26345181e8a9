internal import CLibvirt
internal import Glibc

/// The namespaces of a container, open: what a process must enter to see what the container sees.
///
/// ```swift
/// let inside = try await container.openNamespaces()
/// let hosts = try await inside.run { try String(contentsOfFile: "/etc/hosts", encoding: .utf8) }
/// ```
public struct ContainerNamespaces: Sendable {
    /// The namespaces' descriptors.
    public let descriptors: [OwnedDescriptor]
    private let domain: Handle<DomainKind>

    /// Namespaces that the caller has opened, such as some of those that ``DomainReference/openNamespaces()`` gave.
    ///
    /// - Parameters:
    ///   - descriptors: Of files such as `/proc/1/ns/net`.
    ///   - domain: The container, for errors.
    public init(_ descriptors: [OwnedDescriptor], of domain: Domain) {
        self.descriptors = descriptors
        self.domain = domain.handle
    }

    /// Runs `body` inside the namespaces, on a thread of its own that ends afterwards; no other thread of the process
    /// enters them.
    ///
    /// The kernel gives user namespaces only to processes of one thread, so that one is left out; and a process
    /// namespace counts only for the processes that `body` starts.
    /// - Parameters:
    ///   - label: The security label to take on first; with SELinux it counts for the next program that is executed.
    ///   - body: What to do; it must not wait for other tasks.
    /// - Returns: What `body` returned.
    /// - Throws: ``LibvirtError`` with code `invalidArgument` for a descriptor of something else, `systemError` where the
    ///   kernel refuses, `argumentUnsupported` for a security model that libvirt was not built for; and what `body`
    ///   throws.
    ///
    /// libvirt: [`virDomainLxcEnterNamespace`](https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcEnterNamespace),
    /// [`virDomainLxcEnterSecurityLabel`](https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcEnterSecurityLabel)
    public func run<Result: Sendable>(
        as label: ContainerLabel? = nil, _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        let (domain, descriptors) = (domain, descriptors)
        for descriptor in descriptors { try descriptor.checkIsNamespace() }
        return try await SingleThread.run {
            try domain.withUnsafePointer { domain in
                try label?.enter()
                // The threads of a process share their folders until one asks for its own.
                guard shim_unshare_folders() == 0 else {
                    throw LibvirtError(code: .systemError, message: String(cString: strerror(errno)), call: "unshare")
                }
                let status = descriptors.withNumbers {
                    virDomainLxcEnterNamespace(domain, $0, $1, nil, nil, 0)
                }
                try check(status, "virDomainLxcEnterNamespace", DomainKind.describe(domain))
            }
            return try body()
        }
    }
}

extension OwnedDescriptor {
    /// libvirt passes over what the kernel calls invalid, and would leave the thread where it is.
    fileprivate func checkIsNamespace() throws {
        var buffer = [CChar](repeating: 0, count: 64)
        let length = readlink("/proc/self/fd/\(number)", &buffer, buffer.count)
        let target = String(decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        // Such as net:[4026531840]; pipes and sockets look alike.
        let kinds = ["cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"]
        guard kinds.contains(where: { target.hasPrefix($0 + ":[") }) else {
            throw LibvirtError(
                code: .invalidArgument, message: "descriptor \(number) is no namespace",
                hint: "open a file such as /proc/1/ns/net")
        }
    }
}
