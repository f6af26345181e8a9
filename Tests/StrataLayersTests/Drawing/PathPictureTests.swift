import Testing

@testable import StrataLayers

@Suite("The picture of a way") struct PathPictureTests {
    @Test func theTextIsExactlyTheRecordedOne() throws {
        #expect(PathPicture(width: 72).text(of: [SamplePath.disk]) == (try fixture("path-72.txt")))
    }

    @Test func theSVGIsExactlyTheRecordedOne() throws {
        #expect(PathPicture(width: 72).svg(of: [SamplePath.disk]) == (try fixture("path-72.svg")))
    }

    @Test(arguments: [32, 40, 57, 80, 200]) func noLineIsWiderThanThePicture(width: Int) {
        let lines = PathPicture(width: width).text(of: [SamplePath.disk, SamplePath.disk]).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
    }
}
