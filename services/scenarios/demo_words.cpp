// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scenarios/demo_words.h"

#include <QFile>
#include <numeric>

using namespace Qt::StringLiterals;

// Outside of any namespace, as Qt wants it: the resource of a static library.
static void takeInResource() { Q_INIT_RESOURCE(demo); }

namespace tenantry::scenarios {

namespace {

QStringList linesOf(const QString &name) {
  QFile file(u":/demo/"_s + name);
  if (!file.open(QIODevice::ReadOnly))
    throw ProgrammingError("the demo's words are not compiled in: " + name.toStdString());
  QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
  lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
  return lines;
}

DemoPlace placeOf(const QString &line) {
  const auto cells = line.split(u'|');
  if (cells.size() != 9)
    throw ProgrammingError("a place of the demo has nine cells: " + line.toStdString());
  return {cells[0].toInt(),
          cells[1],
          Zone::find(cells[2]).value(),
          Currency::parse(cells[3]).value(),
          cells[4],
          cells[5],
          cells[6],
          cells[7],
          cells[8].split(u',')};
}

} // namespace

DemoWords DemoWords::compiledIn() {
  takeInResource();
  DemoWords words{linesOf(u"first_words.txt"_s),
                  linesOf(u"second_words.txt"_s),
                  linesOf(u"industries.txt"_s),
                  {}};
  for (const auto &line : linesOf(u"places.txt"_s))
    words.places.push_back(placeOf(line));
  return words;
}

const DemoPlace &DemoWords::placeBy(Dice &dice) const {
  const auto total =
      std::accumulate(places.begin(), places.end(), std::int64_t{0},
                      [](std::int64_t sum, const DemoPlace &place) { return sum + place.weight; });
  auto rest = dice.below(total);
  for (const auto &place : places) {
    if (rest < place.weight)
      return place;
    rest -= place.weight;
  }
  return places.back();
}

} // namespace tenantry::scenarios
