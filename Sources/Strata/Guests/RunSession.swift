internal import Libvirt
internal import LibvirtXML

/// The part of a run in which the guest is there.
struct RunSession: Sendable {
    let run: GuestRun
    let connection: Connection
    let guest: Domain
    let input: AsyncStream<GuestRun.Input>
    let report: @Sendable (GuestRun.Progress) -> Void
    let begin: ContinuousClock.Instant

    /// Lets the suspended guest go on and follows it until the run is over.
    func follow() async throws -> GuestRun.Outcome {
        // Opened while the guest is suspended, so that nothing of its output is missed.
        let console = run.definition.hasConsole ? try await guest.openConsole() : nil
        try await guest.resume()
        report(.started(name: guest.name, after: begin.duration(to: .now)))
        do {
            let outcome = try await withDeadline(run.timeout, waitingFor: aim) { try await follow(console) }
            await console?.close()
            return outcome
        } catch {
            await console?.close()
            throw error
        }
    }

    private var aim: String {
        guard let text = run.until else { return "guest '\(guest.name)' to end" }
        return "'\(text)' on the console of guest '\(guest.name)'"
    }

    private func follow(_ console: Console?) async throws -> GuestRun.Outcome {
        try await withThrowingTaskGroup(of: GuestRun.Outcome?.self) { group in
            group.addTask { try await watch(console) }
            group.addTask { try await forward(to: console) }
            defer { group.cancelAll() }
            for try await outcome in group {
                if let outcome { return outcome }
            }
            throw CancellationError()
        }
    }

    /// Passes the console on until the awaited text or the guest's end.
    private func watch(_ console: Console?) async throws -> GuestRun.Outcome {
        var matcher = run.until.map { TextMatcher($0) }
        while let bytes = try await console?.next() {
            report(.console(bytes))
            if matcher?.feed(bytes) == true {
                let time = begin.duration(to: .now)
                if let console { await passRestOfLine(console, after: bytes) }
                report(.textSeen(after: time))
                return .textSeen
            }
        }
        try Task.checkCancellation()
        // The console closes a moment before the guest is gone.
        try await guest.waitUntilOff()
        guard let text = run.until else { return .guestEnded }
        throw Failure(
            .failed, "guest '\(guest.name)'", "it ended before '\(text)' appeared on its console",
            hint: "run it without --until to see what it does")
    }

    /// The awaited text may stand in the middle of a line: the rest of it is worth a moment.
    private func passRestOfLine(_ console: Console, after bytes: [UInt8]) async {
        let report = report
        try? await withDeadline(.milliseconds(500), waitingFor: "the rest of the line") {
            var last = bytes.last
            while last != UInt8(ascii: "\n"), let more = try await console.next() {
                report(.console(more))
                last = more.last
            }
        }
    }

    /// Passes the user's keystrokes on; `nil` when there will be no more.
    private func forward(to console: Console?) async throws -> GuestRun.Outcome? {
        for await item in input {
            switch item {
            case .bytes(let bytes): try await console?.write(bytes)
            case .leave: return .left
            }
        }
        return nil
    }

    /// Switches the guest off and forgets what libvirt made for it.
    ///
    /// Runs to its end even when the task was cancelled.
    func remove(definedBy document: DomainDocument) async {
        report(.stopping)
        let (connection, guest) = (connection, guest)
        // Only a guest that could lose data is asked; the plug is pulled on one without writable disks.
        let grace: Duration = document.disks.contains { $0.device == .disk && !$0.isReadOnly } ? .seconds(10) : .zero
        let namedItsOwn = document.os.nvram != nil
        await Task {
            let madeFirmwareVariables = namedItsOwn ? nil : try? await guest.firmwareVariables()
            _ = try? await guest.stop(grace: grace)
            if let madeFirmwareVariables { await connection.forgetFirmwareVariables(of: madeFirmwareVariables) }
        }.value
    }
}

extension DomainReference {
    /// The running definition in a form that can be stored, if it has a file of firmware variables.
    fileprivate func firmwareVariables() async throws -> String? {
        var definition = try DomainDocument(xml: try await xml())
        guard definition.os.nvram != nil else { return nil }
        // libvirt writes down both the firmware that it chose and by what, and takes only one of the two.
        for element in definition.node.all("os/firmware") { definition.document.remove(element.id) }
        return definition.xml
    }
}

extension ConnectionReference where Mode == ReadWrite {
    /// Removes the file of firmware variables that libvirt made for a transient guest, now off: libvirt keeps it, and
    /// removes it only together with a stored definition.
    fileprivate func forgetFirmwareVariables(of xml: String) async {
        guard let stored = try? await define(xml) else { return }
        try? await stored.undefine([.nvram, .tpm])
    }
}
