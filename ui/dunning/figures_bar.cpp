// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dunning/figures_bar.h"
#include "ui/dunning/dunning_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_tile.h"
#include "ui/widgets/format.h"
#include "ui/widgets/key_figure.h"
#include "ui/widgets/sum_text.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using payments::DunningStep;

namespace {

constexpr std::array boardSteps{DunningStep::Retrying, DunningStep::Exhausted,
                                DunningStep::Suspended, DunningStep::Extended, DunningStep::Final};
constexpr int tileShare = 3, figureShare = 2;

} // namespace

FiguresBar::FiguresBar(QWidget *parent)
    : QWidget(parent), m_recovered(new KeyFigure(tr("Recovered"), KeyFigure::Size::Small)),
      m_lost(new KeyFigure(tr("Lost"), KeyFigure::Size::Small)) {
  auto *row = new QHBoxLayout(this);
  row->setContentsMargins(space::x4, space::x3, space::x4, space::x3);
  row->setSpacing(space::x3);
  for (const auto step : boardSteps) {
    auto *tile = new FigureTile(stepWord(step), stepTone(step));
    tile->setVisible(step != DunningStep::Final); // most policies leave nothing there
    connect(tile, &FigureTile::clicked, this, [this, step] { Q_EMIT stepPressed(step); });
    m_tiles[step] = tile;
    row->addWidget(tile, tileShare);
  }
  for (auto *figure : {m_recovered, m_lost})
    row->addWidget(figure, figureShare);
}

void FiguresBar::setChosen(const std::optional<DunningStep> &chosen) {
  for (const auto &[step, tile] : m_tiles)
    tile->setChecked(chosen == step);
}

void FiguresBar::show(const models::DunningFacts &facts, const Zone &zone) {
  const auto asOf = formatAsOf(facts.readAt, zone, locale());
  for (const auto &[step, tile] : m_tiles) {
    const auto sum = facts.sums.find(step);
    const bool isEmpty = sum == facts.sums.end();
    tile->show(formatNumber(isEmpty ? 0 : sum->second.count, locale()),
               isEmpty ? u"–"_s : sumText(sum->second.due, locale()));
    explainFigure(tile, tr("What is due of all cases in this step. Press it to see those alone."),
                  asOf);
    tile->setToolTip(tile->accessibleName() + u'\n' + tile->toolTip()); // what may be elided
    tile->setVisible(step != DunningStep::Final || !isEmpty);
  }
  const auto &month = facts.ofMonth;
  const auto name = formatMonth(facts.month, locale());
  m_recovered->setFigure(sumText(month.recovered, locale()));
  m_recovered->setLine(tr("%n case(s) in %1", nullptr, int(month.cases)).arg(name),
                       month.cases > 0 ? Tone::Success : Tone::Muted);
  m_recovered->setFormula(tr("What payments and the balance brought in of the cases that ended "
                             "this month: paid after a failed try or past due."),
                          asOf);
  m_lost->setFormula(tr("What was written off or voided of the cases that ended this month."),
                     asOf);
  m_lost->setFigure(sumText(month.lost, locale()));
  m_lost->setLine(tr("%n case(s) in %1", nullptr, int(month.lostCases)).arg(name),
                  month.lostCases > 0 ? Tone::Danger : Tone::Muted);
}

} // namespace tenantry::ui
