// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/charge_dialog.h"
#include "ui/organizations/charge_line.h"
#include "ui/organizations/tab_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/reason_line.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/separator.h"
#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
constexpr int mostTyped = 20; ///< lines in the window; a longer invoice is for the command line
constexpr int chargeWidth = 620;
QString prefixOf(qsizetype line) { return QString::number(line) + u'.'; }
} // namespace

ChargeDialog::ChargeDialog(models::Connection &connection,
                           const organizations::Organization &organization, QWidget *window)
    : SnugDialog(window), m_organization(organization.id), m_name(organization.name),
      m_currency(organization.currency), m_act(connection, organization.id, organization.currency),
      m_lineRows(new QVBoxLayout),
      m_add(makeButton(tr("Add line"), ButtonVariant::Secondary, u"plus"_s)),
      m_notice(new Label({}, TextStyle::Body, Tone::Warning)),
      m_preview(makeFactCard(tr("The invoice"))), m_progress(new ProgressLine),
      m_confirm(makeButton(tr("Issue invoice"), ButtonVariant::Primary)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Charge once"));
  setFixedWidth(chargeWidth);
  layOut();
  m_notice->hide();
  m_preview->hide();
  connectAct();
  addLine();
  m_lines.front()->takeFocus();
  showWhetherPossible();
}

void ChargeDialog::layOut() {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::x6, space::x5, space::x6, space::x5);
  layout->setSpacing(space::x3);
  auto *title = new Label(tr("Charge %1 once").arg(m_name), TextStyle::Title);
  auto *consequence =
      new Label(tr("The invoice gets its number now, unless invoices are reviewed first, and is "
                   "charged or mailed like any other. It cannot be deleted, only credited."),
                TextStyle::Body, Tone::Text2);
  for (auto *text : {title, m_notice, consequence})
    text->setWordWrap(true);
  m_lineRows->setSpacing(space::x2);
  m_add->setAutoDefault(false);
  setCompact(m_add);
  layout->addWidget(title);
  layout->addLayout(m_lineRows);
  layout->addWidget(m_add, 0, Qt::AlignLeft);
  for (auto *part :
       std::initializer_list<QWidget *>{m_notice, m_preview, consequence, m_progress, makeFoot()})
    layout->addWidget(part);
  connect(m_add, &QPushButton::clicked, this, [this] {
    addLine();
    m_lines.back()->takeFocus();
  });
}

QWidget *ChargeDialog::makeFoot() {
  auto *foot = new QWidget;
  auto *row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  auto *close = makeButton(tr("Cancel"), ButtonVariant::Secondary);
  row->addWidget(new ReasonLine(m_confirm), 1);
  row->addWidget(close);
  row->addWidget(m_confirm);
  close->setAutoDefault(false);
  m_confirm->setAutoDefault(false); // Enter in a field issues nothing
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_confirm, &QPushButton::clicked, &m_act, &models::ChargeAct::confirm);
  return foot;
}

void ChargeDialog::connectAct() {
  using Act = models::ChargeAct;
  connect(&m_act, &Act::previewed, this, &ChargeDialog::showPreview);
  connect(&m_act, &Act::refused, this, [this](const Error &error) {
    m_progress->setIdle();
    m_refusal = said(error);
    clearPreview();
    showNotice(said(error), true);
    showWhetherPossible();
  });
  connect(&m_act, &Act::outdated, this,
          [this](const Error &error) { showNotice(said(error), false); });
  connect(&m_act, &Act::busyChanged, this, [this](bool busy) {
    busy ? m_progress->setBusy() : m_progress->setIdle();
    showWhetherPossible();
  });
  connect(&m_act, &Act::done, this, [this](const QString &number) {
    if (m_draft)
      m_draft->forget();
    Q_EMIT issued(number);
    accept();
  });
}

void ChargeDialog::addLine() {
  auto *line = new ChargeLine(m_currency);
  m_lines.append(line);
  m_lineRows->addWidget(line);
  connect(line, &ChargeLine::edited, this, &ChargeDialog::edited);
  connect(line, &ChargeLine::removeRequested, this, [this, line] { removeLine(line); });
  for (auto *one : m_lines)
    one->setRemovable(m_lines.size() > 1);
  setBlocked(m_add, m_lines.size() < mostTyped
                        ? QString()
                        : tr("A longer invoice is made by the command line"));
}

void ChargeDialog::removeLine(ChargeLine *line) {
  m_lines.removeOne(line);
  line->hide();
  line->deleteLater();
  for (auto *one : m_lines)
    one->setRemovable(m_lines.size() > 1);
  setBlocked(m_add, {});
  m_lines.back()->takeFocus();
  edited();
}

void ChargeDialog::keepDraftIn(models::DraftStore &drafts) {
  m_draft = new models::TypedDraft(drafts, {u"charge"_s, m_organization.toString()}, this);
  m_draft->restore([this](const models::FormValues &typed) { restore(typed); });
}

void ChargeDialog::restore(const models::FormValues &typed) {
  if (!m_lines.front()->isEmpty())
    return; // somebody types already
  const auto count = std::clamp(typed.value(u"lines"_s).toLongLong(), 1LL, qlonglong(mostTyped));
  while (m_lines.size() < count)
    addLine();
  for (qsizetype i = 0; i < m_lines.size(); ++i) {
    const QSignalBlocker once(m_lines[i]);
    m_lines[i]->setTyped(typed, prefixOf(i));
  }
  edited();
}

void ChargeDialog::keepDraft() {
  if (!m_draft)
    return;
  models::FormValues typed;
  for (qsizetype i = 0; i < m_lines.size(); ++i)
    if (!m_lines[i]->isEmpty())
      typed.insert(m_lines[i]->typed(prefixOf(i)));
  if (!typed.isEmpty())
    typed[u"lines"_s] = QString::number(m_lines.size());
  m_draft->keep(typed);
}

void ChargeDialog::edited() {
  showNotice({}, false);
  m_refusal.clear();
  keepDraft();
  std::vector<billing::OneOffLine> lines;
  for (const auto *typed : std::as_const(m_lines)) {
    if (typed->isEmpty())
      continue;
    if (const auto line = typed->line())
      lines.push_back(*line);
    else if (m_refusal.isEmpty())
      m_refusal = tr("Line %1 has a number that cannot be read").arg(m_lines.indexOf(typed) + 1);
  }
  const bool isWhole = !lines.empty() && m_refusal.isEmpty() && billing::checkOneOffLines(lines);
  if (isWhole) {
    m_progress->setBusy();
    m_act.preview(lines);
  } else {
    m_progress->setIdle();
    m_act.forget();
    clearPreview();
    if (!lines.empty() && m_refusal.isEmpty())
      m_refusal = tr("A line needs a text, a quantity and a price");
  }
  showWhetherPossible();
}

void ChargeDialog::addFact(const QString &what, std::int64_t amount, bool isSum) {
  const auto shown = formatMoney({amount, m_currency}, locale());
  auto *row = new FactRow(what, shown);
  row->setKeyWraps();
  if (isSum) {
    m_preview->body()->addWidget(new Separator);
    row->setStrong();
  }
  m_preview->body()->addWidget(row);
  m_said += what + u' ' + shown;
}

void ChargeDialog::showPreview() {
  m_progress->setIdle();
  clearPreview();
  const auto &planned = *m_act.shown();
  for (const auto &line : planned.lines)
    if (line.draft.kind == billing::LineKind::OneOff)
      addFact(line.draft.item, line.draft.amount);
  if (planned.invoice.tax != 0)
    addFact(tr("Tax"), planned.invoice.tax);
  addFact(tr("Total"), planned.invoice.total, true);
  if (planned.balanceUsed != 0)
    addFact(tr("Paid from the balance"), -planned.balanceUsed);
  m_preview->show();
  if (planned.staysDraft)
    showNotice(tr("It stays a draft until it is reviewed, approved or no longer on hold."), false);
  else if (planned.invoice.reverseCharge)
    showNotice(tr("Reverse charge: the customer pays the tax."), false);
  showWhetherPossible();
}

void ChargeDialog::clearPreview() {
  clearLayout(m_preview->body());
  m_said.clear();
  m_preview->hide();
}

void ChargeDialog::showNotice(const QString &text, bool isError) {
  m_notice->setTone(isError ? Tone::Danger : Tone::Warning);
  m_notice->setText(text);
  m_notice->setVisible(!text.isEmpty());
}

void ChargeDialog::showWhetherPossible() { setBlocked(m_confirm, obstacle()); }

QString ChargeDialog::obstacle() const {
  if (m_act.isBusy())
    return tr("It is being done");
  if (!m_refusal.isEmpty())
    return m_refusal;
  if (std::all_of(m_lines.begin(), m_lines.end(), [](const auto *line) { return line->isEmpty(); }))
    return tr("Nothing is charged yet");
  return m_act.shown() ? QString() : tr("The result is not known yet");
}

QString ChargeDialog::notice() const { return m_notice->isHidden() ? QString() : m_notice->text(); }

} // namespace tenantry::ui
