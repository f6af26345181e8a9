internal import FoundationEssentials

/// What cloud-init says of a boot when it is through with it; it writes that down as its last act.
struct CloudInitResult: Decodable, Equatable {
    /// Where its data came from.
    var datasource: String?
    var errors: [String]

    private struct File: Decodable { let v1: CloudInitResult }

    init(datasource: String?, errors: [String] = []) { (self.datasource, self.errors) = (datasource, errors) }

    /// Reads it in the guest; `nil` while there is none.
    init?(of agent: GuestAgent) async {
        guard let bytes = try? await agent.contents(of: "/run/cloud-init/result.json"),
            let file = try? JSONDecoder().decode(File.self, from: Data(bytes))
        else { return nil }
        self = file.v1
    }

    /// What it says, for people.
    var words: String {
        let source = datasource.map { ", with data of \(ConsoleText.readable($0.utf8))" } ?? ""
        let trouble = errors.map { ConsoleText.readable($0.utf8) }.joined(separator: "; ")
        return "cloud-init is done" + source + (trouble.isEmpty ? "" : "; it had errors: " + trouble)
    }
}
