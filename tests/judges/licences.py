"""Every crate in the program must come under a licence that lets it be given away."""

import json
import subprocess
import sys

FREE = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause",
    "BSL-1.0", "CC0-1.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "Unicode-3.0", "Unlicense", "Zlib",
}


def is_free(expression: str) -> bool:
    """Reads "A OR B" and "A AND (B OR C)" as SPDX means them."""
    expression = expression.replace("/", " OR ").replace("(", " ( ").replace(")", " ) ")
    tokens = expression.replace(" WITH ", "_WITH_").split()

    def alternatives() -> bool:
        found = terms()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            found = terms() or found
        return found

    def terms() -> bool:
        found = term()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            found = term() and found
        return found

    def term() -> bool:
        token = tokens.pop(0)
        if token == "(":
            found = alternatives()
            tokens.pop(0)
            return found
        return token.replace("_WITH_", " WITH ") in FREE

    return alternatives()


def main() -> int:
    command = ["cargo", "metadata", "--format-version", "1", "--locked"]
    packages = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["packages"]
    bad = [p for p in packages if not is_free(p.get("license") or "none")]
    for package in bad:
        print(f"{package['name']} {package['version']}: {package.get('license')}")
    print(f"{len(packages)} crates, {len(bad)} under a licence that is not on the list")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
