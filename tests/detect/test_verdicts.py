"""What two wordings of one statement say differently: a verdict, a plain finding, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.model import Finding, Severity
from tracediff.pipeline import compare

BEFORE = "The coast of Veldania has three harbours and a lighthouse."
AFTER = "The islands are reached by ferry."


def found(folder: Path, old: str, new: str) -> list[Finding]:
    """All findings between two sentences in their surroundings, facets included."""
    for name, year, text in (("old", 2022, old), ("new", 2023, new)):
        page = f"# Report {year}\n\n{BEFORE}\n\n{text}\n\n{AFTER}\n"
        (folder / f"{name}.md").write_text(page, encoding="utf-8")
    report = compare(folder / "old.md", folder / "new.md")
    return [one for finding in report.findings for one in finding.all]


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        # denied and asserted, degrees included
        ("The ministry did not effectively enforce the law on wages.",
         "The ministry effectively enforced the law on wages.", "C301", "now asserted"),
        ("Skippers are not allowed to anchor in the bay.",
         "Skippers are allowed to anchor in the bay.", "C301", "now asserted"),
        ("The law prohibits boys from diving at the pier.",
         "The law allows boys to dive at the pier.", "C301", "now asserted"),
        ("The ministry failed to adequately protect witnesses.",
         "The ministry adequately protected witnesses.", "C301", "now asserted"),
        ("The pool did not fund lessons for pupils.",
         "The pool funded lessons for pupils, and 40 learnt to swim.", "C301", "now asserted"),
        ("The ministry avoided naming the owners of the wreck.",
         "The ministry named the owners of the wreck.", "C301", "now asserted"),
        ("Wardens used nets in the lagoon.", "Wardens stopped using nets in the lagoon.", "C301",
         "now denied"),
        ("The guild voted on the tariff.", "The guild abstained from voting on the tariff.",
         "C301", "now denied"),
        ("Visitors may bring dogs into the garden.",
         "Visitors may not bring dogs into the garden.", "C301", "now denied"),
        ("Registration of boats is compulsory.",
         "Registration of boats is voluntary.", "C301", "the reverse"),
        ("Exports of wool grew by 12 percent.",
         "Exports of wool shrank by 12 percent.", "C301", "“grew” became “shrank”"),
        ("The secret vote was held in the hall.",
         "The public vote was held in the hall.", "C301", "“secret” became “public”"),
        # denied in part
        ("The government generally respected these rights.",
         "The government did not always respect these rights.", "C303", "now denied in part"),
        ("Rules on noise were not fully observed in the harbour.",
         "Rules on noise were observed in the harbour.", "C303", "is now asserted"),
        ("The shelters did not fully meet the standards of the act.",
         "The shelters did not meet the standards of the act.", "C303", "denied outright now"),
        ("The station does not always answer calls at night.",
         "The station never answers calls at night.", "C303", "never"),
        # duties
        ("Crews must wear vests on deck.", "Crews are encouraged to wear vests on deck.",
         "C304", "“must wear” became “encouraged to wear”, weaker"),
        ("The council may close the bridge in winter.",
         "The council must close the bridge in winter.", "C304", "stronger"),
        ("The act requires that firms report spills.",
         "The act recommends that firms report spills.", "C304", "weaker"),
        ("The board must publish its accounts in spring.",
         "The board publishes its accounts in spring.", "C304", "no longer stated as a duty"),
        ("Clerks of the port keep a log.", "Clerks of the port have to keep a log.", "C304",
         "now stated as a duty"),
        # plans and what is pending
        ("The bridge is to be repaired by the army.", "The bridge was repaired by the army.",
         "C305", "a plan is now stated as fact"),
        ("The bank is expected to hire clerks.", "The bank hired clerks.", "C305",
         "a plan is now stated as fact"),
        ("The mayor opened a pool.", "The mayor will open a pool.", "C305",
         "a fact is now only a plan"),
        ("The hospital did not hire nurses.", "The hospital plans to hire nurses.", "C305",
         "what was denied is now planned"),
        ("The parcel is yet to be opened by the board.", "The parcel was opened by the board.",
         "C305", "what was pending is done"),
        ("The mayor has not yet opened the pool.", "The mayor opened the pool.", "C305",
         "what was pending is done"),
        ("Approval of the tariff for night trains remained pending.",
         "In March the ministry approved the tariff for night trains.", "C305",
         "what was pending is done"),
        ("The lease runs until March 2031.", "The lease runs until March 2029.", "C305",
         "brought forward by 2 years"),
        ("Comments are due by 1 May.", "Comments are due by 1 April.", "C305",
         "“1 May” became “1 April”"),
        # certainty
        ("The firm is sound and pays its debts.", "The firm seems to be sound and pays its debts.",
         "C302", "now held back (“seems”)"),
        ("The company reportedly paid its debts in full.", "The company paid its debts in full.",
         "C302", "now stated as fact (“reportedly”)"),
        ("The office paid former divers their winter pension.",
         "The office did not pay former divers their winter pension.", "C301", "not"),
        # who acts
        ("The union sued the shipyard in May over wages.",
         "The shipyard sued the union in May over wages.", "C308", "changed places"),
        ("Landlords pay for the repair of boilers.", "Tenants pay for the repair of boilers.",
         "C301", "“Landlords” became “Tenants”"),
        ("The committee chose a director for the port.",
         "The minister chose a director for the port.", "C308",
         "“committee” became “minister”"),
        # promises
        ("The school serves lunch, and it will serve breakfast.", "The school serves lunch.",
         "C306", "will serve breakfast"),
        ("Parents sign the rules at the start of term.",
         "Parents sign the rules at the start of term and must pay for broken windows.",
         "C307", "must pay"),
    ],
)  # fmt: skip
def test_a_change_of_substance_is_a_warning(
    tmp_path: Path, old: str, new: str, rule: str, said: str
) -> None:
    told = [one for one in found(tmp_path, old, new) if one.rule.id == rule]
    assert any(said in one.message for one in told), [one.message for one in told]
    assert all(0.5 <= one.certainty < 1.0 for one in told)
    assert Severity.WARNING in {one.severity for one in told}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("The union runs a clinic in the valley.", "The union runs a store in the valley.",
         "“clinic” became “store”"),
        ("We will build a school, dig ten wells and train nurses.",
         "We will build a school and dig ten wells.", "train nurses"),
        ("The office opens at 9 a.m.", "The office opens at 10 a.m.", "“9 a.m.” became “10 a.m.”"),
        ("The act enters into force on 1 January 2025.",
         "The act enters into force on 1 January 2026.", "“1 January 2025” became"),
        ("The forge does not burn peat.", "The forge refrains from burning peat.", "refrains"),
        ("The co-operative does not burn peat.", "The co-operative refrains from burning peat.",
         "refrains"),
        ("The ward treated 340 sailors for burns.", "The ward treated 95 miners for burns.",
         "“340 sailors” became “95 miners”"),
        ("The store paid ~40 francs.", "The store paid 40 francs.", "“~” is no longer said"),
        ("In its plan for 2024 the board lists ten wells.", "The board lists ten wells.", "plan"),
        ("The Pinner data were sold. A Pinner may object.",
         "The user data were sold. A user may object.", "“Pinner” became “user”"),
    ],
)  # fmt: skip
def test_any_other_rewording_is_a_note(tmp_path: Path, old: str, new: str, said: str) -> None:
    told = found(tmp_path, old, new)
    assert any(said in one.message for one in told), [one.message for one in told]
    assert {one.severity for one in told} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Owners must register boats at the pier.", "Owners shall register boats at the pier."),
        ("The firm seems to be sound.", "It seems that the firm is sound."),
        ("The minister said that the pier would open.", "The minister said the pier will open."),
        ("The board commits to small classes.", "The board is committed to small classes."),
        ("The children had no guardians.", "The children were without a guardian."),
        ("The lease ends on 3 April 2024.", "The lease ends on April 3, 2024."),
        ("The Workers League North (WLN) runs it.", "The WLN runs it."),
        ("The centre organised talks on labour.", "The center organized talks on labor."),
        ("The agent willalso call the owner.", "The agent will also call the owner."),
        ("As of May 2022 the pier was open.", "As of May 2023 the pier was open."),
        ("He said that the pier is safe.", "He said that the pier is “safe”."),
    ],
)  # fmt: skip
def test_the_same_in_other_words_is_no_finding(tmp_path: Path, old: str, new: str) -> None:
    assert [one.message for one in found(tmp_path, old, new)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Without a permit nobody may fish.", "No one may fish without a permit."),
        ("The law prohibits shifts of more than ten hours.",
         "Shifts are not to last more than ten hours."),
        ("The law does not restrict fishing or diving.",
         "The law restricts neither fishing nor diving."),
        ("The owner had to close the mill.", "The owner was forced to close the mill."),
        ("Guides call the loom a must for visitors.", "Guides call the loom a treat for visitors."),
        ("By the will of the founder, entry is free.", "As the founder wished, entry is free."),
        ("We ask drivers if they feel safe.", "We ask drivers whether they feel safe."),
        ("The office reported one homicide in the harbour.",
         "The office reported no homicides in the harbour."),
        ("If a rule is broken, the agent will block the account.",
         "If a rule is broken, the agent blocks the account."),
        ("The mill inspected pumps and pipes.",
         "The mill inspected not only pumps but also pipes."),
        ("Ensure that the law prohibits diving at night.",
         "The law does not prohibit diving at night."),
        ("The fear that prices rise grew in the ports.",
         "The fear that prices will rise grew in the ports."),
    ],
)  # fmt: skip
def test_words_in_other_senses_give_no_verdict(tmp_path: Path, old: str, new: str) -> None:
    verdicts = ("C301", "C302", "C303", "C304", "C305")
    told = [one for one in found(tmp_path, old, new) if one.rule.id in verdicts]
    assert [one.message for one in told if one.severity is not Severity.NOTE] == []


CHARGED = "The board charged the captain with theft."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CHARGED, "If asked, the board convicted the captain of theft."),
        (CHARGED, "The board reportedly convicted the captain of theft."),
        ("The guild must plan to open a pier in Norr.", "The guild opened a pier in Norr."),
    ],
)
def test_what_is_supposed_doubted_or_owed_is_no_step_further(
    tmp_path: Path, old: str, new: str
) -> None:
    assert "C305" not in {one.rule.id for one in found(tmp_path, old, new)}


def test_what_a_side_says_both_ways_is_not_reversed(tmp_path: Path) -> None:
    new = (
        "The guild trained pilots in the harbour of Norr, and did not train masons, nor did it"
        " train pilots in the harbour."
    )
    both = found(tmp_path, "The guild did not train pilots in the harbour of Norr.", new)
    assert "C301" not in {one.rule.id for one in both}


def test_a_condition_that_is_gone_is_told(tmp_path: Path) -> None:
    old = "If funds allow, the guild will open a pier in Norr."
    (one,) = found(tmp_path, old, "The guild opened a pier in Norr.")
    assert (one.rule.id, one.message.endswith("no longer has its condition (“If”).")) == (
        "C303", True,
    )  # fmt: skip


def test_what_held_only_in_a_case_is_under_no_new_condition(tmp_path: Path) -> None:
    hall = "The guild trains pilots in the hall{} of the harbour{}."
    told = found(tmp_path, hall.format(" only", ""), hall.format("", " if funds allow"))
    assert "C303" not in {one.rule.id for one in told}


def test_a_comma_alone_changes_no_statement(tmp_path: Path) -> None:
    old = "Water needs of new sites will be designed and planned, for long use."
    new = "Water needs of new sites will be designed and planned for long use."
    assert found(tmp_path, old, new) == []
