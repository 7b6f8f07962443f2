"""Lets GTO (https://github.com/iterative/gto, 4b652c8 of 2026-07-13, after 1.10.1) write its tags, and asks it after each what it now says.

    python3 make_gto.py

writes gto.fast-export (the repository, for 'git fast-import') and gto.json (the answers), and asks it about ours.fast-export, whose tags are
those of TagsForGtoTests (ours.json). Every step has a time of its own,
so the answer after a step is what the registry said at that moment. GTO's own code ran unchanged, with scmrepo 3.5.9 and dulwich
0.21 beneath it; the names of pydantic 2 that it uses were given to pydantic 1.10 in a module outside of it.
"""
import json
import os
import pathlib
import subprocess
import tempfile
from unittest import mock

from gto import api
from gto.constants import VersionSort

HERE = pathlib.Path(__file__).parent
START = 1_772_352_000  # 2026-03-01T08:00:00Z
WHO = {"name": "Veröffentlichung", "email": "release@example.org"}


def says(folder, name):
    """What each stage holds and which version is the latest, in 'gto show'."""
    state = api.show(folder, deprecated=True)[name]
    held = [held for version in api.show(folder, name, deprecated=True) for held in version["stages"]]
    return {
        "latest": state["version"],
        "stages": {stage: version for stage, version in state["stage"].items() if version},
        "commits": {one["stage"]: one["commit_hexsha"] for one in held},
        "active": state["active"],
    }


class Story:
    def __init__(self, folder):
        self.folder, self.now, self.commits, self.steps = folder, START, [], []
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", WHO["name"])
        self.git("config", "user.email", WHO["email"])
        for _ in range(10):
            self.commit()

    def git(self, *arguments, text=True):
        date = f"{self.now} +0100"
        environment = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        return subprocess.run(["git", *arguments], cwd=self.folder, env=environment, check=True, capture_output=True, text=text).stdout

    def commit(self):
        self.now += 60
        self.git("commit", "--quiet", "--allow-empty", "-m", f"Change {len(self.commits)}")
        self.commits.append(self.git("rev-parse", "HEAD").strip())

    def do(self, what, name, *arguments, same_second=False, **options):
        """One act of GTO's, at a moment of its own unless it follows in the same second."""
        self.now += 0 if same_second else 3600
        with mock.patch("time.time", return_value=self.now):
            what(self.folder, name, *arguments, **options)
        if same_second:
            self.steps.pop()
        self.steps.append({"time": self.now, "artifact": name, "says": says(self.folder, name)})

    def register(self, name, commit, version, **options):
        self.do(api.register, name, self.commits[commit], version=version, **options)

    def assign(self, name, stage, version, **options):
        self.do(api.assign, name, stage, version=version, **options)


def tell(story):
    # A life as most models have it: two stages, a pre-release, back to an earlier version, nothing any more.
    story.register("birdstrikes", 0, "v1.0.0")
    story.assign("birdstrikes", "staging", "v1.0.0")
    story.assign("birdstrikes", "production", "v1.0.0", message="the first one\n\nbetter than none")
    story.register("birdstrikes", 1, "v1.1.0-rc.1")
    story.assign("birdstrikes", "staging", "v1.1.0-rc.1", author="Vertretung", author_email="deputy@example.org")
    story.register("birdstrikes", 2, "v1.1.0")
    story.assign("birdstrikes", "production", "v1.1.0")
    story.assign("birdstrikes", "production", "v1.0.0", force=True)
    story.do(api.unassign, "birdstrikes", version="v1.0.0", stage="staging")
    story.do(api.unassign, "birdstrikes", version="v1.0.0", stage="production")
    story.do(api.unassign, "birdstrikes", version="v1.1.0", stage="production")

    # A folder before the name, numbered registrations, stages without numbers; versions in no order.
    for commit, version in enumerate(["v1.0.0-rc.1", "v1.0.0-alpha.beta", "v1.0.0-beta.11", "v1.0.0-alpha", "v1.0.0-beta.2", "v1.0.0", "v0.9.9", "v1.0.1-alpha.1+build.5"]):
        story.register("models/vision:cats", commit, version, simple=False)
    story.assign("models/vision:cats", "shadow", "v1.0.0", simple=True)
    story.assign("models/vision:cats", "eu/prod_1", "v0.9.9", simple=True)
    story.do(api.unassign, "models/vision:cats", version="v1.0.0", stage="shadow", simple=True)
    story.do(api.deregister, "models/vision:cats", version="v1.0.1-alpha.1+build.5", simple=False)
    story.do(api.deregister, "models/vision:cats", version="v1.0.0")

    # Taking an older version out of a stage leaves the newer one there.
    story.register("a/b_c-1", 0, "v1.0.0")
    story.register("a/b_c-1", 1, "v2.0.0")
    story.assign("a/b_c-1", "production", "v1.0.0")
    story.assign("a/b_c-1", "production", "v2.0.0")
    story.do(api.unassign, "a/b_c-1", version="v1.0.0", stage="production")

    # A version in a stage is withdrawn, comes back, and the other one is withdrawn.
    story.register("withdrawn", 0, "v1.0.0")
    story.register("withdrawn", 1, "v2.0.0")
    story.assign("withdrawn", "production", "v1.0.0")
    story.assign("withdrawn", "production", "v2.0.0")
    story.do(api.deregister, "withdrawn", version="v2.0.0")
    story.do(api.register, "withdrawn", story.commits[1], version="v2.0.0", simple=False, force=True)
    story.do(api.deregister, "withdrawn", version="v1.0.0")
    story.do(api.deregister, "withdrawn", version="v2.0.0", simple=False)

    # A stage holds a commit that gets its version afterwards, or never.
    story.do(api.assign, "late", "production", ref=story.commits[3], skip_registration=True)
    story.register("late", 3, "v1.0.0")
    story.do(api.assign, "late", "production", ref=story.commits[4], skip_registration=True)

    # In one second: GTO registers what it gives a stage.
    story.do(api.assign, "at-once", "production", ref=story.commits[5], simple=True)
    story.do(api.assign, "at-once", "staging", version="v0.0.1", same_second=True)
    story.register("at-once", 6, "v0.1.0", same_second=True)
    story.do(api.assign, "at-once", "production", version="v0.1.0")

    # Two versions take a stage in one second.
    story.register("tie", 0, "v1.0.0")
    story.register("tie", 1, "v2.0.0")
    story.assign("tie", "production", "v1.0.0")
    story.assign("tie", "production", "v2.0.0", same_second=True)

    # No longer kept up; and kept up again.
    story.register("retired", 0, "v1.0.0")
    story.assign("retired", "production", "v1.0.0")
    story.do(api.deprecate, "retired")
    story.register("revived", 0, "v1.0.0")
    story.do(api.deprecate, "revived", simple=False)
    story.register("revived", 1, "v1.1.0")

    # Neither GTO's nor an act: a tag without a message, and names that are not GTO's.
    story.git("tag", "birdstrikes@v9.9.9", story.commits[9])
    story.git("tag", "birdstrikes#production#900", story.commits[9])
    story.git("tag", "--annotate", "-m", "a release", "v1.2.3")


def events(folder, name):
    kept = ("event", "version", "stage", "commit", "author", "ref")
    return [{**{key: event[key] for key in kept}, "time": int(event["timestamp"].timestamp()), "subject": event["message"].split("\n")[0]}
            for event in api.history(folder, name, ascending=True)]


def versions(folder, name):
    return [{"version": version["version"], "commit": version["commit_hexsha"], "active": version["is_active"], "registered": not version["discovered"]}
            for version in api.show(folder, name, deprecated=True, sort=VersionSort.SemVer)]


def answers(folder, names):
    return {name: {"says": says(folder, name), "versions": versions(folder, name), "history": events(folder, name), "next": None} for name in names}


def ask_next(folder, answers):
    """The name of GTO's next numbered tag, the last question, since it writes one."""
    for name, answer in answers.items():
        with mock.patch("time.time", return_value=START + 100 * 24 * 3600):
            answer["next"] = api.deprecate(folder, name, ref="HEAD", force=True).tag


def write(file, artifacts, steps):
    text = json.dumps({"artifacts": artifacts, "steps": steps}, indent=1, ensure_ascii=False)
    (HERE / file).write_text(text + "\n", encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as folder:
        story = Story(folder)
        tell(story)
        said = answers(folder, sorted({step["artifact"] for step in story.steps}))
        (HERE / "gto.fast-export").write_bytes(story.git("fast-export", "--all", "--signed-tags=abort", text=False))
        ask_next(folder, said)
        write("gto.json", said, story.steps)


def read_ours():
    """What GTO says of the tags that TagsForGtoTests writes; ours.fast-export is that test's."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)
        subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=(HERE / "ours.fast-export").read_bytes(), check=True)
        subprocess.run(["git", "reset", "--quiet", "--hard", "birdstrikes@v1.0.0"], cwd=folder, check=True)
        for key, value in WHO.items():
            subprocess.run(["git", "config", f"user.{key}", value], cwd=folder, check=True)
        names = sorted(api._get_state(folder).artifacts)
        said = answers(folder, names)
        ask_next(folder, said)
        write("ours.json", said, [])


if __name__ == "__main__":
    main()
    read_ours()
