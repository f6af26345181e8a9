internal import CLibvirt
internal import Glibc

/// What QEMU answered to a command that came with files.
public struct QEMUMonitorReply: Sendable {
    /// The answer.
    public var text: String
    /// The files that came with it.
    public var files: [OwnedDescriptor]
}

extension DomainReference where Mode == ReadWrite {
    /// Sends a command to the monitor of the domain's QEMU.
    ///
    /// Questions are safe. A command that changes what libvirt keeps track of makes its picture of the domain wrong, and
    /// libvirt marks the domain as tainted. The domain must run.
    /// - Parameters:
    ///   - command: A JSON object such as `{"execute":"query-status"}`.
    ///   - options: ``QEMUMonitorCommandOptions/hmp`` for a command for people, such as `info status`.
    /// - Returns: QEMU's answer, which may be an error of QEMU's in JSON.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `internalError` for what is
    ///   no JSON, `noSupport` on other drivers than QEMU's.
    ///
    /// libvirt: [`virDomainQemuMonitorCommand`](https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommand)
    public func qemuMonitorCommand(_ command: String, _ options: QEMUMonitorCommandOptions = []) async throws -> String
    {
        try await handle.call(lane: .long) { domain in
            var result: UnsafeMutablePointer<CChar>?
            defer { free(result) }
            let status = try command.withCheckedCString {
                virDomainQemuMonitorCommand(domain, $0, &result, options.rawValue)
            }
            try check(status, "virDomainQemuMonitorCommand", DomainKind.describe(domain))
            return String(borrowing: result)
        }
    }

    /// Sends a command with open files to the monitor of the domain's QEMU, such as `add-fd` or `getfd`.
    ///
    /// As ``qemuMonitorCommand(_:_:)``; the daemon must be on this machine, reached through its UNIX socket.
    /// - Parameters:
    ///   - command: A JSON object.
    ///   - files: Descriptors that QEMU gets copies of.
    ///   - options: ``QEMUMonitorCommandOptions/hmp`` for a command for people.
    /// - Returns: QEMU's answer, and files that came with it.
    /// - Throws: ``LibvirtError`` as for ``qemuMonitorCommand(_:_:)``.
    ///
    /// libvirt: [`virDomainQemuMonitorCommandWithFiles`](https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommandWithFiles)
    public func qemuMonitorCommand(
        _ command: String, files: [OwnedDescriptor], _ options: QEMUMonitorCommandOptions = []
    ) async throws -> QEMUMonitorReply {
        try await handle.call(lane: .long) { domain in
            var returned: UnsafeMutablePointer<Int32>?
            var returnedCount: UInt32 = 0
            var result: UnsafeMutablePointer<CChar>?
            defer { free(result) }
            let status = try command.withCheckedCString { command in
                files.withNumbers {
                    virDomainQemuMonitorCommandWithFiles(
                        domain, command, $0, $1, &returnedCount, &returned, &result, options.rawValue)
                }
            }
            try check(status, "virDomainQemuMonitorCommandWithFiles", DomainKind.describe(domain))
            return QEMUMonitorReply(
                text: String(borrowing: result), files: OwnedDescriptor.adopt(returned, count: Int(returnedCount)))
        }
    }

    /// Sends a command to the QEMU guest agent inside the domain.
    ///
    /// The domain must run, have the agent's channel, and the agent must run in it. Cancelling the task abandons the
    /// wait, not the command.
    /// - Parameters:
    ///   - command: A JSON object such as `{"execute":"guest-ping"}`.
    ///   - timeout: How many seconds to wait for the answer.
    /// - Returns: The agent's answer in JSON; empty with ``QEMUAgentTimeout/noWait``.
    /// - Throws: ``LibvirtError`` with code `operationInvalid` when the domain does not run, `argumentUnsupported` or
    ///   `agentUnresponsive` without an agent, `noSupport` on other drivers than QEMU's.
    ///
    /// libvirt: [`virDomainQemuAgentCommand`](https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAgentCommand)
    public func qemuAgentCommand(_ command: String, timeout: QEMUAgentTimeout = .default) async throws -> String {
        try await handle.string("virDomainQemuAgentCommand", lane: .long) { domain in
            try command.withCheckedCString { virDomainQemuAgentCommand(domain, $0, timeout.rawValue, 0) }
        }
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Takes over a QEMU that was started by somebody else.
    ///
    /// Only libvirt before 5.5 can; a newer daemon refuses.
    /// - Parameter processID: The process, which must have a monitor on a UNIX socket.
    /// - Returns: The domain that it is now.
    /// - Throws: ``LibvirtError`` with code `noSupport` by a newer daemon.
    ///
    /// libvirt: [`virDomainQemuAttach`](https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAttach)
    public func attachToQEMU(processID: Int32) async throws -> Domain {
        let handle: Handle<DomainKind> = try await handle.object("virDomainQemuAttach") {
            virDomainQemuAttach($0, UInt32(bitPattern: processID), 0)
        }
        return Domain(handle, registrations)
    }
}
