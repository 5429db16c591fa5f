// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/explain_page.h"
#include "ui/billing/evidence_cells.h"
#include "ui/billing/line_words.h"
#include "ui/lists/reading_notice.h"
#include "ui/organizations/tab_page.h"
#include "ui/shell/pane.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::EvidenceModel;

namespace {
constexpr int stepsWidth = 480;
}

ExplainPage::ExplainPage(models::Connection &connection, const Pane &pane)
    : m_invoice(connection, models::InvoiceView::Paper::Left), m_events(connection),
      m_cells(new EvidenceCells(this)), m_header(new SectionHeader({}, SectionHeader::Level::Pane)),
      m_pane(pane), m_toList(m_header->addCrumb()), m_toPage(m_header->addCrumb()),
      m_steps(makeFactCard(tr("How the amount came about"))),
      m_table(new TableView(tr("Usage events"))), m_empty(new EmptyState),
      m_pages(new QStackedWidget), m_head(new QWidget) {
  m_steps->setMaximumWidth(stepsWidth);
  auto *steps = new QHBoxLayout;
  steps->setContentsMargins(space::x4, space::x4, space::x4, space::x4);
  steps->addWidget(m_steps, 1);
  steps->addStretch();
  auto *head = new QVBoxLayout(m_head);
  head->setContentsMargins(0, 0, 0, 0);
  head->setSpacing(0);
  head->addLayout(steps);
  head->addWidget(new Separator);
  m_pages->addWidget(m_table);
  m_pages->addWidget(m_empty);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(m_head);
  auto *notice = new ReadingNotice(m_events.reading(), m_pages);
  layout->addWidget(notice);
  layout->addWidget(m_pages, 1);
  connect(notice, &ReadingNotice::againRequested, &m_events, &EvidenceModel::retry);
  setUpTable();
  connect(m_toPage, &QPushButton::clicked, this, &ExplainPage::backRequested);
  connect(m_toList, &QPushButton::clicked, this, &ExplainPage::listRequested);
  connect(m_empty, &EmptyState::actionTriggered, this, &ExplainPage::loadAgain);
  connect(&m_invoice, &models::InvoiceView::changed, this, &ExplainPage::showInvoice);
  connect(&m_invoice, &models::InvoiceView::failed, this, &ExplainPage::showError);
  connect(&m_events, &EvidenceModel::stateChanged, this, &ExplainPage::showState);
  connect(&m_events, &EvidenceModel::pageShown, this, [this] {
    showState();
    Q_EMIT settled();
  });
}

void ExplainPage::setUpTable() {
  m_cells->setSourceModel(&m_events);
  m_table->setModel(m_cells);
  m_table->setStretchColumn(EvidenceModel::KeyColumn);
  using namespace std::chrono;
  const Instant wide = sys_days(year(2028) / 9 / 28) + hours(22) + minutes(48);
  const QString instant = formatInstant(wide, Zone(), locale());
  m_table->fitColumn(EvidenceModel::AtColumn, instant);
  m_table->fitColumn(EvidenceModel::RecordedColumn, instant);
  m_table->fitColumn(EvidenceModel::DimensionsColumn, u"region: eu-central"_s);
  m_table->fitColumn(EvidenceModel::QuantityColumn, u"888,888,888"_s);
  connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
          &ExplainPage::reportVisibleRows);
}

void ExplainPage::explain(int lineNo, const QString &page) {
  m_lineNo = lineNo;
  const QKeySequence letter(Qt::Key_G, Qt::Key(m_pane.letter().unicode()));
  m_header->setCrumb(m_toList, m_pane.title(),
                     page.isEmpty() ? QKeySequence(Qt::Key_Escape) : letter);
  m_header->setCrumb(m_toPage, page, Qt::Key_Escape);
  m_what.clear();
  m_header->setTitle(tr("Line %1").arg(lineNo));
  m_header->setFact({});
  m_head->hide();
  m_empty->showLoading();
  m_pages->setCurrentWidget(m_empty);
}

QString ExplainPage::heading() const { return m_what; }

/// News of the invoice change nothing here: where it is looked at, it is looked at.
void ExplainPage::showInvoice() {
  const auto *sheet = m_invoice.sheet();
  if (!sheet || !m_what.isEmpty())
    return;
  for (const auto &line : sheet->lines)
    if (line.lineNo == m_lineNo && line.partFrom)
      return show(*sheet, line);
  m_pages->setCurrentWidget(m_empty);
  m_empty->showMessage(
      EmptyState::Kind::Empty,
      {tr("There is nothing to explain"),
       (m_invoice.isNote() ? tr("The credit note has no line %1 that counts usage.")
                           : tr("The invoice has no line %1 that counts usage."))
           .arg(m_lineNo),
       {},
       u"chart-line"_s});
  Q_EMIT settled();
}

void ExplainPage::showError(const Error &error) {
  if (!m_what.isEmpty())
    return;
  m_pages->setCurrentWidget(m_empty);
  if (m_invoice.reading().isStopped())
    m_empty->showMessage(EmptyState::Kind::NoMatch, stoppedContent());
  else
    m_empty->showMessage(EmptyState::Kind::Error,
                         {m_invoice.isNote() ? tr("The credit note could not be loaded")
                                             : tr("The invoice could not be loaded"),
                          saidWithReference(error), tr("Try again")});
  Q_EMIT settled();
}

void ExplainPage::show(const models::InvoiceSheet &sheet, const billing::StoredLine &line) {
  const auto text = lineText(line, sheet, locale());
  m_what = u"%1, %2"_s.arg(text.what, sheet.organizationName);
  m_header->setTitle(text.what);
  m_header->setFact(u"%1 · %2"_s.arg(sheet.organizationName, text.how));
  m_head->show();
  const auto metric = sheet.decimals.find(line.metric);
  m_cells->setForm(sheet.zone, metric == sheet.decimals.end() ? 0 : metric->second, locale());
  showSteps(sheet, line);
  m_events.show(sheet.invoice.organization, line);
  m_table->setFocus();
}

void ExplainPage::showSteps(const models::InvoiceSheet &sheet, const billing::StoredLine &line) {
  const Currency currency = sheet.invoice.currency;
  clearLayout(m_steps->body());
  m_steps->setFact(sheet.zone.id());
  m_steps->body()->addWidget(new FactRow(tr("Counted"), decimalText(line.quantity, locale())));
  for (const auto &step : amountSteps(line, currency, locale()))
    m_steps->body()->addWidget(new FactRow(step.what, step.amount));
  m_steps->body()->addWidget(new Separator);
  m_steps->body()->addWidget(
      new FactRow(tr("Amount, rounded once"), formatMoney({line.amount, currency}, locale())));
}

void ExplainPage::showState() {
  using State = EvidenceModel::State;
  const bool hasRows = m_events.rowCount() > 0;
  m_pages->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
  if (hasRows)
    return reportVisibleRows();
  if (m_events.state() == State::Loading)
    m_empty->showLoading();
  else if (m_events.reading().isStopped())
    m_empty->showMessage(EmptyState::Kind::NoMatch, stoppedContent());
  else if (m_events.state() == State::Failed)
    m_empty->showMessage(EmptyState::Kind::Error,
                         {tr("The events could not be loaded"), saidWithReference(m_events.error()),
                          tr("Try again")});
  else
    m_empty->showMessage(EmptyState::Kind::Empty,
                         {tr("No events"),
                          tr("This line counts a value carried over from before its period."),
                          {},
                          u"chart-line"_s});
  if (m_events.state() != State::Loading)
    Q_EMIT settled();
}

void ExplainPage::loadAgain() {
  m_empty->showLoading();
  if (m_what.isEmpty())
    m_invoice.reload();
  else
    m_events.retry();
}

void ExplainPage::reportVisibleRows() {
  const auto [first, last] = m_table->visibleRows();
  m_events.setVisibleRows(first, last);
}

} // namespace tenantry::ui
