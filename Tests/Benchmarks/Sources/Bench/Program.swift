import Foundation

/// A program that is measured.
struct Program {
    let path: String
    let arguments: [String]

    init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// How long it takes from its start to its end.
    func timeToEnd() throws -> Duration {
        let process = process
        process.standardOutput = FileHandle.nullDevice
        let begin = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        let time = begin.duration(to: .now)
        guard process.terminationStatus == 0 else { throw Failed(program: self) }
        return time
    }

    /// How long several take from the start of the first to the end of the last.
    static func timeToEnd(of programs: [Program]) throws -> Duration {
        let begin = ContinuousClock.now
        let processes = try programs.map { program in
            let process = program.process
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }
        for process in processes { process.waitUntilExit() }
        let time = begin.duration(to: .now)
        if let failed = processes.firstIndex(where: { $0.terminationStatus != 0 }) {
            throw Failed(program: programs[failed])
        }
        return time
    }

    /// What it writes on standard output.
    func output() throws -> String {
        let process = process
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(program: self) }
        return output
    }

    /// How long it takes from its start until `text` appears in its output.
    ///
    /// - Parameters:
    ///   - text: What is waited for.
    ///   - signal: What ends the program then. A raw QEMU needs SIGKILL: it inherits the blocked signals of our thread.
    /// - Returns: The time.
    /// - Throws: ``Failed`` when the program ends before the text appears.
    func time(until text: String, endedBy signal: Int32 = SIGTERM) throws -> Duration {
        let process = process
        let pipe = Pipe()
        process.standardOutput = pipe
        let wanted = Data(text.utf8)
        let begin = ContinuousClock.now
        try process.run()
        var output = Data()
        while output.range(of: wanted) == nil {
            let data = pipe.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failed(program: self) }
            output += data
        }
        let time = begin.duration(to: .now)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return time
    }

    /// How long the program says that its work took: it prints seconds.
    func timeItPrints() throws -> Duration {
        let process = process
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let seconds = Double(output.split(separator: "\n").last ?? "") else { throw Failed(program: self) }
        return .seconds(seconds)
    }

    private var process: Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        return process
    }
}

struct Failed: Error, CustomStringConvertible {
    let program: Program
    var description: String { "failed: \(program.path) \(program.arguments.joined(separator: " "))" }
}
