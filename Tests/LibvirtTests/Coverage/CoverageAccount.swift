/// What of libvirt's public functions the library reaches, and what is to be said of the rest.
struct CoverageAccount {
    /// A function that the library does not call, and why.
    struct Ignored {
        var function: String
        var reason: String
    }

    /// How long the list of ignored functions must not become.
    static let limit = 90

    /// The functions that libvirt's API descriptions list.
    var described: Set<String>
    /// The functions of a libvirt newer than the one that the library is made for: known, but no duty.
    var newer: Set<String> = []
    /// The functions that the objects of the library call.
    var called: Set<String>
    var ignored: [Ignored]

    var covered: Set<String> { called.intersection(described) }

    var summary: String { "\(covered.count) of \(described.count) covered, \(ignored.count) ignored with a reason" }

    /// What is wrong with the account; empty when it is in order.
    var problems: [String] {
        let names = Set(ignored.map(\.function))
        var problems = described.subtracting(covered).subtracting(names).sorted().map {
            "\($0): neither called nor ignored"
        }
        problems += ignored.filter { covered.contains($0.function) }.map { "\($0.function): ignored, but called" }
        problems += ignored.filter { !described.union(newer).contains($0.function) }.map {
            "\($0.function): ignored, but libvirt has no such function"
        }
        problems += ignored.filter(\.reason.isEmpty).map { "\($0.function): ignored without a reason" }
        if names.count < ignored.count { problems.append("some function is ignored twice") }
        if ignored.count >= Self.limit {
            problems.append("\(ignored.count) functions are ignored: \(Self.limit) or more")
        }
        return problems
    }

    /// Reads a list with a function and its reason on each line; lines that begin with `#` say something to the reader.
    static func ignored(in text: String) -> [Ignored] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let end = line.firstIndex(of: " ") ?? line.endIndex
            return Ignored(function: String(line[..<end]), reason: String(line[end...].drop { $0 == " " }))
        }
    }
}
