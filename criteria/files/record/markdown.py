"""The record that people read: Markdown in the shape of MADR 4. Source: adr.github.io/madr, version 4.0.0."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from criteria.explain.face import Face
from criteria.explain.sealed import SealCheck
from criteria.explain.story import Part, story
from criteria.explain.story.proposals import Proposals, proposals
from criteria.files.record.decision import STATUSES, Decision
from criteria.files.record.escaped import escaped, paragraphs, web_link
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _


def record_markdown(
    evaluation: Evaluation,
    robustness: Robustness | None,
    face: Face,
    decision: Decision,
    digest: str,
    seal: SealCheck | None = None,
) -> str:
    """Return the record as Markdown.

    digest: of the document that lies beside it, as people may compare it.  seal: what became of the choices since they were sealed.
    """
    proposed = proposals(evaluation, robustness, decision.chosen)
    parts = {part.key: part for part in story(evaluation, robustness)}
    lines = [
        *_front(face, decision),
        *_head(evaluation, face, decision, proposed),
        *_outcome(evaluation, decision, proposed, parts),
        *(_section(2, _("Sealed before scores were seen")) if seal is not None else ()),
        *(f"* {escaped(said)}" for said in (seal.sentences if seal is not None else ())),
        *_more(face, parts, digest),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _front(face: Face, decision: Decision) -> Iterator[str]:
    yield "---"
    for name, value in (
        ("status", decision.status),
        ("date", face.day),
        ("decision-makers", decision.deciders),
        ("consulted", decision.consulted),
        ("informed", decision.informed),
    ):
        # A JSON text is a YAML text: nothing in it can end the entry or begin another one.
        yield f"{name}: {json.dumps(' '.join(value.split()), ensure_ascii=False)}"
    yield "---"
    yield ""


def _head(evaluation: Evaluation, face: Face, decision: Decision, proposed: Proposals) -> Iterator[str]:
    problem = evaluation.problem
    yield f"# {escaped(decision.title or problem.title)}"
    yield ""
    yield f"**{escaped(face.said)}**"
    yield ""
    yield " ".join(escaped(sentence) for sentence in face.sentences)
    if link := web_link(_("Open this scenario"), face.link):
        yield ""
        yield link
    yield from _section(2, _("Context and Problem Statement"))
    yield paragraphs(decision.context or proposed.context)
    yield from _section(2, _("Decision Drivers"))
    yield from _listed(proposed.drivers)
    yield from _section(2, _("Considered Options"))
    ranked = [evaluation.alternatives[i].name for i in evaluation.order]
    apart = [problem.alternatives[problem.row(entry.alternative)].name for entry in evaluation.set_apart]
    yield from _listed([*ranked, *(_("{name} (set aside)", name=name) for name in apart)])


def _outcome(
    evaluation: Evaluation, decision: Decision, proposed: Proposals, parts: dict[str, Part]
) -> Iterator[str]:
    name = evaluation.problem.alternatives[evaluation.problem.row(proposed.chosen)].name
    yield from _section(2, _("Decision Outcome"))
    yield _(
        'Chosen option: "{name}", because {reason}',
        name=escaped(name),
        reason=paragraphs(decision.because or proposed.because),
    )
    yield ""
    yield _("Status: {status}.", status=_(STATUSES[decision.status]))
    yield from _section(3, _("Why not the runner-up"))
    yield paragraphs(decision.not_runner_up or proposed.not_runner_up or parts["runner-up"].title)
    yield from _section(3, _("Consequences"))
    if decision.consequences:
        yield paragraphs(decision.consequences)
    else:
        yield from ("* " + _("Good, because {reason}", reason=escaped(said)) for said in proposed.good)
        yield from ("* " + _("Bad, because {reason}", reason=escaped(said)) for said in proposed.bad)
    yield from _section(3, _("Confirmation"))
    yield paragraphs(decision.confirmation or proposed.confirmation)
    yield from _section(3, _("Revisit if"))
    if decision.revisit:
        yield paragraphs(decision.revisit)
    else:
        yield from _listed(
            proposed.revisit or [_("No condition was found that would change the first place.")]
        )


def _more(face: Face, parts: dict[str, Part], digest: str) -> Iterator[str]:
    for part in parts.values():
        yield from _section(2, escaped(part.title), plain=True)
        if part.key != "verdict":
            yield from (escaped(sentence) + "\n" for sentence in part.sentences)
        if part.rows:
            yield from _table(part.heads, part.rows)
    yield from _section(2, _("More Information"))
    opinion = ((_("Second opinion"), face.opinion),) if face.opinion else ()
    yield from _table((_("Setting"), _("Value")), (*face.settings, *opinion))
    yield ""
    yield _("Digest of `decision.json` (SHA-256): `{digest}`", digest=digest)


def _section(level: int, title: str, *, plain: bool = False) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {title if plain else escaped(title)}"
    yield ""


def _listed(items: Sequence[str]) -> Iterator[str]:
    yield from (f"* {escaped(item)}" for item in items)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for k, row in enumerate((heads, *rows)):
        yield f"| {' | '.join(escaped(cell) or ' ' for cell in row)} |"
        if k == 0:
            yield f"|{' --- |' * len(heads)}"
