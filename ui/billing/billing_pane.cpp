// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/billing_pane.h"
#include "models/billing/issued_invoices_model.h"
#include "ui/billing/explain_page.h"
#include "ui/billing/finalize_action.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/lowered_words.h"
#include "ui/billing/preview_cells.h"
#include "ui/billing/preview_words.h"
#include "ui/billing/run_figures.h"
#include "ui/billing/run_offers.h"
#include "ui/billing/run_review.h"
#include "ui/billing/run_steps.h"
#include "ui/billing/run_words.h"
#include "ui/lists/list_acts.h"
#include "ui/lists/list_views.h"
#include "ui/shell/group_words.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"
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
using models::PreviewList;
using models::PreviewQuery;
using models::PreviewRowId;
using PreviewState = BillingPreview::State;

namespace {

constexpr int daysAhead = 31, mostDaysAhead = 2 * 366;

QDate toDate(LocalDay day) {
  return QDate(1970, 1, 1).addDays(qint64(day.time_since_epoch().count()));
}

LocalDay toDay(const QDate &date) {
  return LocalDay(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

} // namespace

BillingPane::BillingPane(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : BillingPane(connection, work, new PreviewList(connection, work), parent) {}

BillingPane::BillingPane(models::Connection &connection, models::RunningWork &work,
                         PreviewList *list, QWidget *parent)
    : ListPane(connection, work, list, new PreviewCells, runListOf(*list), parent), m_list(*list),
      m_preview(list->preview()), m_chosen(connection), m_day(new QDateEdit),
      m_finalize(new FinalizeAction(connection, work, this)),
      m_today(makeButton(tr("Today"), ButtonVariant::Secondary)),
      m_recalculate(makeButton(tr("Recalculate"), ButtonVariant::Secondary, u"refresh"_s)),
      m_review(new RunReview(*list, *records(), connection, this)),
      m_steps(new RunSteps(m_review->action())), m_figures(new RunFigures),
      m_notice(new NoticeBar(tr("Try again"))), m_lowered(new NoticeBar(tr("Show drafts"))),
      m_inspector(new InvoiceInspector), m_explainPage(new ExplainPage(connection, *this)),
      m_pages(new QStackedWidget) {
  addHeaderActions();
  putAbove(makeFigures());
  putBeside(m_inspector);
  layout()->addWidget(m_pages);
  m_pages->addWidget(listPage());
  m_pages->addWidget(m_explainPage);
  offerRun(*acts(), connection.rights());
  connectPreview();
  connectActions();
  connectPages();
  m_inspector->showNothing();
  showWhetherPossible();
  showState();
}

void BillingPane::addHeaderActions() {
  m_day->setCalendarPopup(true);
  m_day->setDate(toDate(connection().today() + std::chrono::days(daysAhead)));
  m_day->setDisplayFormat(dayPattern(locale()));
  m_day->setMaximumDate(toDate(connection().today() + std::chrono::days(mostDaysAhead)));
  setHint(m_day, tr("Up to two years ahead"));
  m_day->setAccessibleName(tr("Day of the preview"));
  m_day->setKeyboardTracking(false);
  m_day->setFixedHeight(height::control);
  header()->addAction(m_day);
  header()->addAction(m_today);
  header()->addAction(m_recalculate);
  header()->addAction(m_finalize->button());
  addAction(new ButtonAction(m_finalize->button(), icon(u"check-circle"_s),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_A));
  addAction(m_review->action());
  table()->addAction(m_review->action());
  addAction(new ButtonAction(m_today, icon(u"calendar"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_T));
  addAction(new ButtonAction(m_recalculate, icon(u"refresh"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_R));
}

QWidget *BillingPane::makeFigures() {
  auto *above = new QWidget;
  auto *rows = new QVBoxLayout(above);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(m_steps);
  rows->addWidget(new Separator);
  rows->addWidget(m_figures);
  rows->addWidget(m_notice);
  rows->addWidget(m_lowered);
  return above;
}

void BillingPane::connectPreview() {
  connect(&m_preview, &BillingPreview::stateChanged, this, &BillingPane::showState);
  connect(&m_preview, &BillingPreview::progressed, this, &BillingPane::showFigures);
  connect(records(), &RecordList::shown, this, &BillingPane::showState);
  connect(records(), &RecordList::currentChanged, this, &BillingPane::look);
  connect(records(), &RecordList::emptied, this, [this] {
    m_chosen.clear();
    m_inspector->showNothing();
  });
  // What was issued is not due any more.
  connect(acts(), &ListActs::acted, this,
          [this] { acts()->wasFinal() ? reload() : m_preview.refreshHolds(); });
  connect(&connection(), &models::Connection::connectedChanged, this,
          &BillingPane::showWhetherPossible);
  // After a lost connection: what could not be computed is computed now.
  connect(&connection(), &models::Connection::caughtUp, this, [this] {
    if (m_preview.state() == PreviewState::Failed)
      reload();
  });
  connect(&connection(), &models::Connection::organizationsChanged, this,
          [this](const QList<OrganizationId> &changed) {
            if (changed == QList{OrganizationId()})
              return; // the bank, the books, a look at the run: nobody's invoice
            m_isOutdated = m_preview.state() != PreviewState::Idle;
            showFact();
          });
}

void BillingPane::connectActions() {
  const auto request = [this](LocalDay day) {
    Place place = home();
    place.day = day;
    place.view = views()->current();
    Q_EMIT placeRequested(narrowedTo(place));
  };
  connect(m_day, &QDateEdit::dateChanged, this,
          [request](const QDate &date) { request(toDay(date)); });
  connect(m_today, &QPushButton::clicked, this, [this, request] { request(connection().today()); });
  connect(m_finalize, &FinalizeAction::finished, this, &BillingPane::reload);
  connect(m_recalculate, &QPushButton::clicked, this, &BillingPane::reload);
  connect(m_notice, &NoticeBar::actionRequested, this, &BillingPane::reload);
  const auto showDrafts = [this] { Q_EMIT placeRequested(draftsPlace()); };
  connect(m_steps, &RunSteps::draftsRequested, this, showDrafts);
  connect(m_lowered, &NoticeBar::actionRequested, this, showDrafts);
  connect(m_figures, &RunFigures::rowsRequested, this,
          [this](models::PreviewKind kind, int column) {
            m_list.setQuery({.search = {},
                             .kind = kind,
                             .currency = {},
                             .column = PreviewQuery::Column(column),
                             .isAscending = false});
            showFilter();
            table()->setFocus(Qt::OtherFocusReason);
          });
}

void BillingPane::connectPages() {
  connect(&m_chosen, &models::InvoiceView::changed, this, [this] {
    m_chosen.sheet() ? m_inspector->showSheet(*m_chosen.sheet()) : m_inspector->showLoading();
    reportSettled();
  });
  connect(&m_chosen, &models::InvoiceView::failed, this, [this](const Error &error) {
    m_chosen.isKept(error) ? m_inspector->showSheet(*m_chosen.sheet())
                           : m_inspector->showError(error);
    reportSettled();
  });
  connect(m_inspector, &InvoiceInspector::retryRequested, this, [this] {
    m_inspector->showLoading();
    m_chosen.reload();
  });
  connect(m_inspector, &InvoiceInspector::lineRequested, this, &BillingPane::explain);
  connect(m_inspector, &InvoiceInspector::placeRequested, this, &Pane::placeRequested);
  connect(m_inspector, &InvoiceInspector::organizationRequested, this, [this] {
    if (const auto *sheet = m_chosen.sheet())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, sheet->invoice.organization.toString(), {}, {}});
  });
  connect(m_explainPage, &ExplainPage::settled, this, &BillingPane::reportSettled);
  connect(m_explainPage, &ExplainPage::listRequested, this, &BillingPane::leaveLine);
}

QString BillingPane::heading() const {
  const auto line =
      m_pages->currentWidget() == m_explainPage ? m_explainPage->heading() : QString();
  return line.isEmpty() ? title() : line;
}

LocalDay BillingPane::chosenDay() const { return toDay(m_day->date()); }

void BillingPane::open(const Place &place) {
  if (place.line > 0) {
    m_explained = place;
    const auto id = PreviewRowId::fromString(place.key);
    m_explainPage->explain(place.line);
    m_explainPage->invoice().showPreviewed(id.organization, id.position,
                                           place.day.value_or(chosenDay()));
    m_pages->setCurrentWidget(m_explainPage);
    return m_explainPage->setFocus();
  }
  m_pages->setCurrentWidget(listPage());
  showDay(place.day.value_or(chosenDay()));
  ListPane::open(place);
  if (!place.key.isEmpty())
    records()->setCurrent(place.key);
}

void BillingPane::showDay(LocalDay day) {
  const QSignalBlocker blocked(m_day);
  m_day->setDate(toDate(day));
  day = chosenDay(); // what is beyond its bounds is not previewed
  if (m_preview.state() == PreviewState::Idle || m_preview.wantedDay() != day)
    m_preview.start(day);
  showFact();
}

/// Off-line nothing is computed: what is shown stays.
void BillingPane::showWhetherPossible() {
  const auto why = connection().isConnected() ? QString() : offLineReason();
  setBlocked(m_today, why);
  setBlocked(m_recalculate, why);
  setBlocked(m_day, why);
  showFigures();
}

void BillingPane::showFact() {
  const auto day = formatDay(chosenDay(), locale());
  header()->setFact(m_isOutdated
                        ? tr("preview to the end of %1, the book has changed since").arg(day)
                        : tr("preview to the end of %1").arg(day));
}

void BillingPane::reload() { m_preview.start(chosenDay()); }

/// First goes what is typed, then the computing ends, then a selection of several; then what else
/// narrows the list goes, and at last the focus goes to it.
bool BillingPane::stepBack() {
  if (m_pages->currentWidget() == m_explainPage) {
    if (!m_explainPage->stop())
      leaveLine();
    return true;
  }
  if (filters()->stepBack() || m_finalize->stop())
    return true;
  if (m_preview.state() == PreviewState::Running) {
    m_preview.cancel();
    return true;
  }
  if (m_chosen.stop() || records()->stepBack())
    return true;
  if (m_list.isFiltered()) {
    m_list.narrow({});
    return true;
  }
  return ListPane::stepBack();
}

std::optional<Place> BillingPane::outermost() const {
  if (m_pages->currentWidget() != m_explainPage)
    return std::nullopt;
  Place invoice = m_explained;
  invoice.line = 0;
  invoice.view = views()->current();
  return narrowedTo(invoice);
}

void BillingPane::leaveLine() { Q_EMIT placeRequested(outermost().value_or(home())); }

QList<QWidget *> BillingPane::areas() {
  return m_pages->currentWidget() == listPage() ? ListPane::areas() : Pane::areas();
}

bool BillingPane::isSettled() const {
  if (m_pages->currentWidget() == m_explainPage)
    return m_explainPage->isSettled();
  return m_preview.state() != PreviewState::Running && m_preview.state() != PreviewState::Idle &&
         records()->isSettled() && !m_chosen.isFetching();
}

void BillingPane::showState() {
  const bool isRunning = m_preview.state() == PreviewState::Running;
  if (isRunning && m_isOutdated) {
    m_isOutdated = false;
    showFact();
  }
  // One that was given up leaves the one before, with its day.
  if (!isRunning && m_preview.state() != PreviewState::Failed && m_preview.computedAt()) {
    const QSignalBlocker quiet(m_day);
    m_day->setDate(toDate(m_preview.day()));
    showFact();
  }
  m_notice->setText(previewNotice(m_preview, connection().zone(), locale()));
  m_lowered->setText(loweredDrafts(m_preview.lowered(), locale()));
  showFigures();
  // While rows come, the first one is another all the time.
  if (!isRunning && m_list.rowCount() > 0 && records()->selection().isEmpty())
    table()->chooseRow(0);
  reportSettled();
}

void BillingPane::showFigures() {
  m_figures->show(m_preview, connection().zone());
  const bool isComplete = m_preview.state() == PreviewState::Ready;
  m_finalize->setPreview(m_preview.wantedDay(),
                         isComplete ? std::optional<qint64>(m_preview.rows().size()) : std::nullopt,
                         m_preview.lowered().size(), m_preview.course().isReviewed);
  m_review->show();
  m_steps->show(m_preview, connection().zone(), connection().today());
  if (isComplete)
    Q_EMIT countChanged(m_preview.findings().waiting(), false);
  showCount();
}

/// The fact in the header is the day; how many of all are shown stands beside what narrows them.
void BillingPane::showCount() {
  const qint64 shown = m_list.count(), all = m_preview.rows().size();
  result()->setText(shown < 0 || !m_list.isFiltered()
                        ? QString()
                        : tr("%1 of %2 invoices")
                              .arg(formatNumber(shown, locale()), formatNumber(all, locale())));
}

QString BillingPane::countFormula() const { return runCounted(m_preview, connection(), locale()); }

EmptyStateContent BillingPane::noMatch() const {
  return m_preview.rows().isEmpty() ? none() : noSuchInvoice(m_list.query().search);
}

EmptyStateContent BillingPane::none() const {
  return noInvoices(m_preview, connection().rights().groups);
}

void BillingPane::takeFindings(qint64 findings) {
  if (m_preview.state() == PreviewState::Idle)
    Q_EMIT countChanged(findings, false);
}

/// Nothing is due by that day: another one is chosen.
void BillingPane::act(EmptyState::Kind kind) {
  if (kind != EmptyState::Kind::Error && m_preview.rows().isEmpty())
    m_day->setFocus(Qt::OtherFocusReason);
  else
    ListPane::act(kind);
}

void BillingPane::look(const QModelIndex &current) {
  const auto id = PreviewRowId::fromString(m_list.keyAt(current.row()));
  m_chosen.showPreviewed(id.organization, id.position, m_preview.asOf());
}

void BillingPane::explain(const billing::StoredLine &line) {
  Place place{Place::Kind::Billing, records()->current(), {}, m_preview.day()};
  place.line = line.lineNo;
  Q_EMIT placeRequested(place);
}

bool BillingPane::chooseWithUsage() {
  for (int row = 0; row < m_list.rowCount(); ++row) {
    const auto index = m_list.index(row, 0);
    const auto value = index.data(PreviewList::RowRole);
    if (!value.isValid() || value.value<models::PreviewRow>().usage == 0)
      continue;
    table()->chooseRow(row);
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
  explain(*line);
  return true;
}

} // namespace tenantry::ui
