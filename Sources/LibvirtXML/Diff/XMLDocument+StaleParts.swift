extension XMLDocument {
    /// This document without what libvirt filled in for something that is going to be replaced, such as the video
    /// memory of another model.
    ///
    /// - Parameter changes: What is going to be changed in it.
    /// - Returns: The document without them; `nil` where it has none.
    func withoutStaleParts(before changes: [Change]) -> XMLDocument? {
        var result = self, hasAny = false
        for change in changes {
            guard let path = ChangePath(change.path) else { continue }
            for row in StaleParts.table where row.isDecided(by: path, change) {
                guard let owner = element(at: ChangePath(steps: Array(path.steps.prefix(row.scope.count + 1)))) else {
                    continue
                }
                hasAny = true
                for part in row.parts { result.removeAll(part, in: owner) }
            }
        }
        return hasAny ? result : nil
    }

    private mutating func removeAll(_ part: String, in owner: XMLNode) {
        let place = ValuePath(part)
        var owners = [owner]
        for name in place.elements.split(separator: "/") {
            owners = owners.flatMap { $0.elements.filter { name == "*" || $0.name == name } }
        }
        for element in owners {
            if let attribute = place.attribute {
                removeAttribute(attribute, of: element.id)
            } else {
                remove(element.id)
            }
        }
    }
}

/// What is filled in for one thing, and means nothing, or something wrong, for what comes in its place.
private struct StaleParts: Sendable {
    /// The element that has all of it.
    let scope: [String]
    /// What in it is replaced: an attribute, or an element with all that is in it.
    let decider: ValuePath
    /// What goes then.
    let parts: [String]

    /// The element, what decides in it, and what goes where that is changed.
    static let table: [StaleParts] = """
        .                       os/type/@machine  devices/controller devices/*/address
        .                       os/type/@arch     devices/controller devices/*/address devices/emulator cpu
        os                      @firmware         loader nvram
        os                      loader            nvram
        clock                   @offset           @adjustment @basis @timezone
        devices/graphics        listen            @listen @socket
        devices/video/model     @type             @ram @vram @vram64 @vgamem @heads
        devices/disk            target/@bus       address
        devices/input           @bus              address
        devices/controller      @model            model master target address
        devices/serial          target/@type      target/model address
        devices/watchdog        @model            address
        devices/tpm/backend     @type             @version
        """.split(separator: "\n").map(StaleParts.init)

    private init(_ line: Substring) {
        let words = line.split(separator: " ")
        scope = words[0] == "." ? [] : words[0].split(separator: "/").map(String.init)
        decider = ValuePath(String(words[1]))
        parts = words.dropFirst(2).map(String.init)
    }

    func isDecided(by path: ChangePath, _ change: Change) -> Bool {
        let names = path.steps.dropFirst().map(\.name), inner = names.dropFirst(scope.count)
        guard names.starts(with: scope), names.count >= scope.count else { return false }
        let steps = decider.elements.split(separator: "/").map(String.init)
        guard let attribute = decider.attribute else { return inner.starts(with: steps) }
        guard Array(inner) == steps, path.attribute == attribute else { return false }
        guard attribute == "machine", let before = change.before, let after = change.after else { return true }
        // Within a family everything keeps its place.
        return Machine(before).alias != Machine(after).alias
    }
}
