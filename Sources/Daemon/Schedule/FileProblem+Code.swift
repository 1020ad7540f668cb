import Glibc
public import Wording

extension FileProblem {
    /// What an error number (errno(3)) means for a file.
    public init(code: Int32) {
        self =
            switch code {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM: .forbidden
            case EISDIR: .isFolder
            case EFBIG: .tooLarge
            case ENOSPC, EDQUOT: .diskFull
            case EROFS: .readOnly
            default: .other(String(cString: strerror(code)))
            }
    }
}
