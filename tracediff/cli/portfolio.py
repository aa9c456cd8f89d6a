"""``tracediff portfolio OLD_DIR NEW_DIR``."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tracediff.cli import complete
from tracediff.cli.options import color_option, config_option, one_file, width_option

if TYPE_CHECKING:
    from tracediff.config import Config
    from tracediff.model import Portfolio
    from tracediff.portfolios import Pairing, Workplace
    from tracediff.settings import Settings


@click.command(short_help="Compare many documents: one ranked index.")
@click.argument(
    "folders", nargs=-1, metavar="[OLD_DIR] [NEW_DIR]", shell_complete=complete.one_folder
)
@click.option(
    "--pairs",
    metavar="FILE",
    shell_complete=complete.one_file,
    help="A CSV list with the columns old,new[,name].",
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    multiple=True,
    callback=one_file,
    shell_complete=complete.one_folder,
    help="Write the site and its tables to DIR.",
)
@click.option(
    "--tables",
    metavar="FORMATS",
    default="",
    help="Further formats of the tables: parquet,xlsx. CSV and JSON Lines are always written.",
)
@click.option(
    "--timelines", is_flag=True, help="With one folder: also follow each report through all years."
)
@click.option("--title", default="", help="A title for the site.")
@click.option(
    "--select",
    metavar="RULES",
    shell_complete=complete.rules,
    help="Only these rules: N,A201,claim-reversed.",
)
@click.option("--limit", type=click.IntRange(1), help="Documents listed here. Default: 20.")
@click.option("--workers", type=click.IntRange(1, 512), help="Default: one for each processor.")
@click.option("--executor", metavar="URL", help="Work on a Dask cluster: dask://HOST:PORT.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=600.0,
    show_default=True,
    metavar="SECONDS",
    help="What takes longer has failed.",
)
@click.option(
    "--cache",
    metavar="DIR",
    shell_complete=complete.one_folder,
    help="Where finished documents are kept. Default: the user's cache.",
)
@click.option("--no-cache", is_flag=True, help="Keep nothing, and use nothing that was kept.")
@config_option
@color_option
@width_option("Columns of the list.")
def portfolio(
    folders: tuple[str, ...],
    pairs: str | None,
    output: str | None,
    tables: str,
    timelines: bool,
    title: str,
    select: str | None,
    limit: int | None,
    workers: int | None,
    executor: str | None,
    timeout: float,
    cache: str | None,
    no_cache: bool,
    config_file: str | None,
    color: str,
    width: int | None,
) -> int:
    """Compare many documents, and rank them by what changed.

    Two folders are paired by the names of their files, then by title and period. One folder holds
    editions by year: the two latest of each report are compared. Without folders it is the pairs
    of tracediff.toml. A second run does only what changed. The exit status is 0, or 2 where a
    document could not be compared; the others are there all the same.

    \b
    tracediff portfolio reports/2020 reports/2021
    tracediff portfolio reports/2020 reports/2021 -o site
    tracediff portfolio reports -o site --timelines --tables parquet,xlsx
    tracediff portfolio --pairs pairs.csv -o site --executor dask://scheduler:8786
    """
    from tracediff.cli import complain
    from tracediff.cli.output import deliver
    from tracediff.cli.rate import Rate
    from tracediff.cli.show import colour
    from tracediff.cli.show import width as columns
    from tracediff.cli.signoff import settings
    from tracediff.config import load
    from tracediff.portfolios import compare_all, kept
    from tracediff.portfolios.site import formats, refuse, write_site
    from tracediff.portfolios.store import usual_folder
    from tracediff.render import Options
    from tracediff.render.portfolio_terminal import write

    _check(folders, pairs, workers, executor, cache, no_cache)
    chosen = formats(tables)
    if output is None and (chosen or timelines):
        raise click.UsageError("--tables and --timelines need -o DIR")
    if timelines and len(folders) != 1:
        raise click.UsageError("--timelines is for one folder with editions by year")
    config = load(config_file)
    applied = settings(config, None, config.check.baseline or None, select)
    if output is not None:
        refuse(output, folders)
    rate = Rate()
    folder = None if no_cache else cache or usual_folder()
    with _place(executor, workers, timeout) as place, kept(folder) as store:
        pairing = _pairing(folders, pairs, config, place, applied)
        pairing = pairing if timelines else replace(pairing, followed=())
        try:
            found = compare_all(pairing, store, place, applied, rate)
        except KeyboardInterrupt:
            rate.close()
            if folder is not None:
                complain("what was done is kept; the same call goes on from there")
            raise
        finally:
            rate.close()
        if output is not None:
            write_site(found, store, output, chosen, title)
    options = Options(title=title, limit=limit, colour=colour(color, None), width=columns(width))
    _say(found)
    if output is None:
        deliver(write(found, options), None, paged=True)
    else:
        complain(f"wrote {output}/index.html ({_count(found)})")
    return 2 if found.failed else 0


def _check(
    folders: tuple[str, ...],
    pairs: str | None,
    workers: int | None,
    executor: str | None,
    cache: str | None,
    no_cache: bool,
) -> None:
    """Complain about options that do not go together."""
    if len(folders) > 2 or (folders and pairs):
        raise click.UsageError("give OLD_DIR and NEW_DIR, one folder, or --pairs FILE")
    if executor and workers:
        raise click.UsageError("--workers is for this machine; the cluster has its own")
    if cache and no_cache:
        raise click.UsageError("--cache and --no-cache exclude each other")


def _place(
    executor: str | None, workers: int | None, seconds: float
) -> AbstractContextManager[Workplace]:
    from tracediff.portfolios.executors import local, named

    return named(executor, seconds) if executor else local(workers, seconds)


def _pairing(
    folders: tuple[str, ...],
    pairs: str | None,
    config: Config,
    place: Workplace,
    settings: Settings,
) -> Pairing:
    from tracediff.pairs import plan
    from tracediff.portfolios import declared, describer, one_folder, read_list, two_folders

    if pairs:
        return read_list(pairs)
    describe = describer(place, settings)
    if len(folders) == 2:
        return two_folders(*folders, describe)
    if folders:
        return one_folder(folders[0], describe)
    if not config.pairs:
        raise click.UsageError(
            "give OLD_DIR and NEW_DIR, one folder, or --pairs FILE;"
            " or declare [[pair]] in tracediff.toml"
        )
    run = plan(None, config)
    return declared(run.pairs, run.remarks)


def _say(found: Portfolio) -> None:
    """A line for each document that could not be compared."""
    from tracediff.cli import complain

    for one in found.failed:
        known = any(path in one.reason for path in (one.old_path, one.new_path))
        complain(one.reason if known else f"{one.new_path}: {one.reason}")


def _count(found: Portfolio) -> str:
    parts = [f"{len(found.documents):,} documents"]
    parts += [f"{len(found.failed):,} failed"] if found.failed else []
    lone = len(found.unpaired)
    parts += [f"{lone:,} file{'' if lone == 1 else 's'} without a partner"] if lone else []
    parts += [f"{found.reused:,} as before"] if found.reused else []
    return ", ".join(parts)
