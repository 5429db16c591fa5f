// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/billing_pane.h"
#include "models/billing/issued_invoices_model.h"
#include "ui/billing/explain_page.h"
#include "ui/billing/finalize_action.h"
#include "ui/billing/finding_chip.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/preview_rows.h"
#include "ui/billing/preview_words.h"
#include "ui/billing/run_figures.h"
#include "ui/billing/run_steps.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_view.h"
#include <QBoxLayout>
#include <QDateEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using models::BillingPreview;
using models::PreviewModel;
using PreviewState = BillingPreview::State;

namespace {

constexpr int daysAhead = 31, mostDaysAhead = 2 * 366, searchWidth = 220;

QDate toDate(LocalDay day) {
  return QDate(1970, 1, 1).addDays(qint64(day.time_since_epoch().count()));
}

LocalDay toDay(const QDate &date) {
  return LocalDay(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

} // namespace

BillingPane::BillingPane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : Pane(Kind::Canvas, parent), m_connection(connection), m_preview(connection, work),
      m_chosen(connection), m_rows(new PreviewRows(this)),
      m_header(new SectionHeader(tr("Billing"), SectionHeader::Level::Pane)), m_day(new QDateEdit),
      m_finalize(new FinalizeAction(connection, work, this)),
      m_today(makeButton(tr("Today"), ButtonVariant::Secondary)),
      m_recalculate(makeButton(tr("Recalculate"), ButtonVariant::Secondary, u"refresh"_s)),
      m_steps(new RunSteps), m_figures(new RunFigures),
      m_search(new SearchField(tr("Filter invoices"))), m_finding(new FindingChip),
      m_matches(new Label({}, TextStyle::Meta, Tone::Muted)), m_progress(new ProgressLine),
      m_notice(new NoticeBar(tr("Try again"))), m_table(new TableView(tr("Previewed invoices"))),
      m_empty(new EmptyState), m_listPages(new QStackedWidget), m_inspector(new InvoiceInspector),
      m_explainPage(new ExplainPage(connection)), m_pages(new QStackedWidget),
      m_previewPage(makePreviewPage()) {
  m_pages->addWidget(m_previewPage);
  m_pages->addWidget(m_explainPage);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_pages);
  setUpTable();
  connectModels();
  connectPages();
  showWhetherPossible();
  showState();
}

QWidget *BillingPane::makePreviewPage() {
  m_day->setCalendarPopup(true);
  m_day->setDate(toDate(today() + std::chrono::days(daysAhead)));
  m_day->setDisplayFormat(dayPattern(locale()));
  m_day->setMaximumDate(toDate(today() + std::chrono::days(mostDaysAhead)));
  setHint(m_day, tr("Up to two years ahead"));
  m_day->setAccessibleName(tr("Day of the preview"));
  m_day->setKeyboardTracking(false);
  m_day->setFixedHeight(height::control);
  m_header->addAction(m_day);
  m_header->addAction(m_today);
  m_header->addAction(m_recalculate);
  m_header->addAction(m_finalize->button());
  addAction(new ButtonAction(m_finalize->button(), icon(u"check-circle"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_A));
  addAction(new ButtonAction(m_today, icon(u"calendar"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_T));
  addAction(new ButtonAction(m_recalculate, icon(u"refresh"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_R));
  m_listPages->addWidget(m_table);
  m_listPages->addWidget(m_empty);
  auto *list = new QVBoxLayout;
  list->setSpacing(0);
  list->addWidget(makeFilterBar());
  list->addWidget(m_progress);
  list->addWidget(m_notice);
  list->addWidget(m_listPages, 1);
  auto *body = new QHBoxLayout;
  body->setSpacing(0);
  body->addLayout(list, 1);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(m_inspector);
  auto *page = new QWidget;
  auto *layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(m_steps);
  layout->addWidget(new Separator);
  layout->addWidget(m_figures);
  layout->addWidget(new Separator);
  layout->addLayout(body, 1);
  return page;
}

QWidget *BillingPane::makeFilterBar() {
  m_search->setMaximumWidth(searchWidth);
  auto *bar = new FilterBar({m_search, m_finding}, m_matches);
  connect(m_finding, &FindingChip::chosen, this, [this] {
    m_rows->setFinding(m_finding->filter());
    showState();
  });
  connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
    m_rows->setFilterFixedString(text.trimmed());
    showState();
  });
  return bar;
}

void BillingPane::setUpTable() {
  m_rows->setSourceModel(&m_preview.rows());
  m_table->setModel(m_rows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setStretchColumn(PreviewModel::NameColumn);
  m_table->fitColumn(PreviewModel::FindingColumn, tr("Usage %1").arg(u"+8,888.8%"_s) + u"mm"_s);
  m_table->fitDayColumn(PreviewModel::IssuedColumn);
  for (const int column : {PreviewModel::RecurringColumn, PreviewModel::UsageColumn})
    m_table->fitColumn(column, u"−$88,888.88"_s);
  m_table->fitColumn(PreviewModel::ChangeColumn, u"+8,888.8%"_s);
  m_table->fitColumn(PreviewModel::TotalColumn, u"$888,888.88"_s);
  m_table->setColumnsToDrop({PreviewModel::IssuedColumn, PreviewModel::RecurringColumn,
                             PreviewModel::UsageColumn, PreviewModel::ChangeColumn},
                            140);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(PreviewModel::FindingColumn, Qt::DescendingOrder);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &BillingPane::onCurrentRow);
}

void BillingPane::connectModels() {
  connect(m_day, &QDateEdit::dateChanged, this, [this](const QDate &date) {
    Q_EMIT placeRequested({Place::Kind::Billing, {}, {}, toDay(date)});
  });
  connect(m_finalize, &FinalizeAction::finished, this, &BillingPane::reload);
  connect(m_today, &QPushButton::clicked, this, [this] {
    Q_EMIT placeRequested({Place::Kind::Billing, {}, {}, today()});
  });
  connect(m_recalculate, &QPushButton::clicked, this, &BillingPane::reload);
  connect(m_notice, &NoticeBar::actionRequested, this, &BillingPane::reload);
  connect(&m_connection, &models::Connection::connectedChanged, this,
          &BillingPane::showWhetherPossible);
  connect(&m_connection, &models::Connection::caughtUp, this, &BillingPane::catchUp);
  connect(&m_connection, &models::Connection::organizationsChanged, this, [this] {
    m_isOutdated = m_preview.state() != PreviewState::Idle;
    showFact();
  });
  connect(m_empty, &EmptyState::actionTriggered, this, [this](EmptyState::Kind kind) {
    if (kind == EmptyState::Kind::NoMatch)
      clearFilters();
    else
      reload();
  });
  connect(&m_preview, &BillingPreview::stateChanged, this, &BillingPane::showState);
  connect(&m_preview, &BillingPreview::progressed, this, &BillingPane::showFigures);
}

void BillingPane::connectPages() {
  connect(&m_chosen, &models::InvoiceView::changed, this, [this] {
    m_chosen.sheet() ? m_inspector->showSheet(*m_chosen.sheet()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_chosen, &models::InvoiceView::failed, m_inspector, &InvoiceInspector::showError);
  connect(m_inspector, &InvoiceInspector::lineRequested, this,
          [this](const billing::StoredLine &line) { explain(m_chosen.sheet(), line); });
  connect(m_inspector, &InvoiceInspector::organizationRequested, this, [this] {
    if (const auto *sheet = m_chosen.sheet())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, sheet->invoice.organization.toString(), {}, {}});
  });
  connect(m_steps, &RunSteps::draftsRequested, this, [this] {
    Place drafts{Place::Kind::Invoices, {}, {}, {}};
    drafts.filter = models::IssuedInvoicesModel::kindKey(billing::InvoiceFilter::Draft);
    Q_EMIT placeRequested(drafts);
  });
  connect(m_figures, &RunFigures::rowsRequested, this, [this](FindingFilter filter, int column) {
    m_search->clear();
    m_finding->choose(filter);
    m_table->sortByColumn(column, Qt::DescendingOrder);
    m_table->setFocus(Qt::OtherFocusReason);
  });
  connect(m_explainPage, &ExplainPage::settled, this, &BillingPane::reportSettled);
  connect(m_explainPage, &ExplainPage::backRequested, this, &BillingPane::stepBack);
}

QString BillingPane::title() const { return tr("Billing"); }
QString BillingPane::iconName() const { return u"calendar"_s; }

LocalDay BillingPane::today() const { return m_connection.today(); }

Place BillingPane::home() const { return {Place::Kind::Billing, {}, {}, {}}; }

bool BillingPane::holds(const Place &place) const { return place.kind == Place::Kind::Billing; }

void BillingPane::open(const Place &place) {
  m_pages->setCurrentWidget(m_previewPage);
  showDay(place.day.value_or(toDay(m_day->date())));
  m_table->setFocus();
}

void BillingPane::showDay(LocalDay day) {
  const QSignalBlocker blocked(m_day);
  m_day->setDate(toDate(day));
  day = toDay(m_day->date()); // what is beyond its bounds is not previewed
  if (m_preview.state() == PreviewState::Idle || m_preview.wantedDay() != day)
    m_preview.start(day);
  showFact();
}

/// Off-line nothing is computed: what is shown stays.
void BillingPane::showWhetherPossible() {
  const auto why = m_connection.isConnected() ? QString() : offLineReason();
  setBlocked(m_today, why);
  setBlocked(m_recalculate, why);
  setBlocked(m_day, why);
}

void BillingPane::showFact() {
  const auto day = formatDay(toDay(m_day->date()), locale());
  m_header->setFact(m_isOutdated
                        ? tr("preview to the end of %1, the book has changed since").arg(day)
                        : tr("preview to the end of %1").arg(day));
}

/// After a lost connection: what could not be read is read now.
void BillingPane::catchUp() {
  if (m_preview.state() == PreviewState::Failed)
    reload();
}

void BillingPane::reload() { m_preview.start(toDay(m_day->date())); }

void BillingPane::clearFilters() {
  m_search->clear();
  m_finding->choose(FindingFilter::All);
}

void BillingPane::focusFilter() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

bool BillingPane::stepBack() {
  if (m_pages->currentWidget() == m_explainPage) {
    m_pages->setCurrentWidget(m_previewPage);
    return true;
  }
  if (m_search->hasFocus() && !m_search->text().isEmpty()) {
    m_search->clear();
    return true;
  }
  if (m_finding->filter() != FindingFilter::All) {
    m_finding->choose(FindingFilter::All);
    return true;
  }
  if (m_preview.state() == PreviewState::Running) {
    m_preview.cancel();
    return true;
  }
  m_table->setFocus();
  return false;
}

QList<QWidget *> BillingPane::areas() {
  if (m_pages->currentWidget() != m_previewPage)
    return {m_pages->currentWidget()};
  return {m_listPages, m_inspector};
}

bool BillingPane::isSettled() const {
  if (m_pages->currentWidget() == m_explainPage)
    return m_explainPage->isSettled();
  return m_preview.state() != PreviewState::Running && m_preview.state() != PreviewState::Idle &&
         !m_chosen.isFetching();
}

void BillingPane::reportSettled() {
  if (isSettled())
    Q_EMIT settled();
}

void BillingPane::showState() {
  const bool isRunning = m_preview.state() == PreviewState::Running;
  if (isRunning && m_isOutdated) {
    m_isOutdated = false;
    showFact();
  }
  isRunning ? m_progress->setBusy() : m_progress->setIdle();
  // One that was given up leaves the one before, with its day.
  if (!isRunning && m_preview.state() != PreviewState::Failed && m_preview.computedAt()) {
    const QSignalBlocker quiet(m_day);
    m_day->setDate(toDate(m_preview.day()));
    showFact();
  }
  m_notice->setText(previewNotice(m_preview, m_connection.zone(), locale()));
  showFigures();
  const bool hasRows = m_rows->rowCount() > 0;
  m_listPages->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
  if (m_preview.rows().rowCount() == 0) {
    m_chosen.clear();
    m_inspector->showNothing();
  }
  if (!hasRows)
    showNoPreview(m_empty, m_preview, m_connection.rights().groups, m_search->text());
  else if (!isRunning && !m_table->selectionModel()->hasSelection())
    m_table->chooseRow(0);
  reportSettled();
}

void BillingPane::showFigures() {
  m_figures->show(m_preview, m_connection.zone());
  const bool isComplete = m_preview.state() == PreviewState::Ready;
  m_finalize->setPreview(m_preview.wantedDay(),
                         isComplete ? std::optional<qint64>(m_preview.rows().rowCount())
                                    : std::nullopt,
                         totalOf(m_preview), m_preview.course().isReviewed);
  m_steps->show(m_preview, today());
  if (isComplete)
    Q_EMIT countChanged(m_preview.findings().all(), false);
  const int shown = m_rows->rowCount(), all = m_preview.rows().rowCount();
  m_matches->setText(shown == all
                         ? QString()
                         : tr("%1 of %2 invoices")
                               .arg(formatNumber(shown, locale()), formatNumber(all, locale())));
  if (shown > 0)
    m_listPages->setCurrentWidget(m_table);
}

void BillingPane::onCurrentRow(const QModelIndex &current) {
  if (!current.isValid())
    return;
  m_chosen.showPreviewed(
      OrganizationId::fromString(current.data(models::PreviewOrganizationRole).toString()),
      current.data(models::PreviewPositionRole).toInt(), m_preview.asOf());
}

void BillingPane::explain(const models::InvoiceSheet *sheet, const billing::StoredLine &line) {
  if (!sheet)
    return;
  m_explainPage->show(*sheet, line);
  m_pages->setCurrentWidget(m_explainPage);
}

bool BillingPane::chooseWithUsage() {
  for (int row = 0; row < m_rows->rowCount(); ++row)
    if (m_rows->index(row, PreviewModel::UsageColumn).data(models::PreviewAmountRole).isValid()) {
      m_table->setCurrentIndex(m_rows->index(row, 0));
      return true;
    }
  return false;
}

bool BillingPane::explainFirstLine() {
  const auto *sheet = m_chosen.sheet();
  if (!sheet)
    return false;
  const auto line = std::find_if(sheet->lines.begin(), sheet->lines.end(),
                                 [](const auto &one) { return one.partFrom.has_value(); });
  if (line == sheet->lines.end())
    return false;
  explain(sheet, *line);
  return true;
}

} // namespace tenantry::ui
