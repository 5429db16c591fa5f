// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/billing/invoice_page.h"
#include "ui/billing/invoice_inspector.h"
#include "ui/billing/paper_view.h"
#include "ui/lists/reading_notice.h"
#include "ui/organizations/link_act.h"
#include "ui/organizations/timeline_page.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button_action.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/refusal_text.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/toast.h"
#include <QBoxLayout>
#include <QFileDialog>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

InvoicePage::InvoicePage(models::Connection &connection, models::RunningWork &work, QWidget *parent)
    : QWidget(parent), m_invoice(connection),
      m_header(new SectionHeader({}, SectionHeader::Level::Pane)),
      m_save(makeButton(tr("Save PDF"), ButtonVariant::Secondary, u"download"_s)),
      m_showTimeline(makeButton(tr("Timeline"), ButtonVariant::Secondary, u"clock"_s)),
      m_linking(new LinkAct(connection, this)), m_paper(new PaperView),
      m_timeline(new TimelinePage(connection, work, u"invoice-timeline"_s, this)),
      m_state(new EmptyState), m_pages(new QStackedWidget), m_inspector(new InvoiceInspector) {
  auto *back = m_header->addCrumb();
  m_header->setCrumb(back, tr("Invoices"), Qt::Key_Escape);
  m_header->addAction(m_linking->button());
  m_header->addAction(m_showTimeline);
  m_header->addAction(m_save);
  addAction(new ButtonAction(m_showTimeline, icon(u"clock"_s), Qt::CTRL | Qt::SHIFT | Qt::Key_J));
  addAction(new ButtonAction(m_linking->button(), icon(u"external-link"_s),
                             Qt::CTRL | Qt::ALT | Qt::Key_L));
  auto *saving = new ButtonAction(m_save, icon(u"download"_s), QKeySequence::Save);
  saving->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(saving);
  m_pages->addWidget(m_paper);
  m_pages->addWidget(m_state);
  m_pages->addWidget(m_timeline);
  auto *notice = new ReadingNotice(m_invoice.reading(), m_pages);
  auto *body = new QHBoxLayout;
  body->setSpacing(0);
  body->addWidget(m_pages, 1);
  body->addWidget(new Separator(Qt::Vertical));
  body->addWidget(m_inspector);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(new Separator);
  layout->addWidget(notice);
  layout->addLayout(body, 1);
  connect(notice, &ReadingNotice::againRequested, &m_invoice, &models::InvoiceView::refresh);
  connect(back, &QPushButton::clicked, this, &InvoicePage::backRequested);
  connect(m_save, &QPushButton::clicked, this, &InvoicePage::savePaper);
  connect(m_showTimeline, &QPushButton::clicked, this, &InvoicePage::toggleTimeline);
  connect(m_timeline, &TimelinePage::settled, this, &InvoicePage::settled);
  connect(m_timeline, &TimelinePage::placeRequested, this, &InvoicePage::placeRequested);
  connect(m_state, &EmptyState::actionTriggered, this, &InvoicePage::reload);
  connect(m_paper, &PaperView::rendered, this, &InvoicePage::settled);
  connect(&m_invoice, &models::InvoiceView::changed, this, &InvoicePage::showSheet);
  connect(&m_invoice, &models::InvoiceView::paperChanged, this, &InvoicePage::showPaper);
  connect(&m_invoice, &models::InvoiceView::failed, this, &InvoicePage::showError);
  connect(&m_invoice, &models::InvoiceView::paperSaved, this, [this](const QString &path) {
    Toast::present(window(), {tr("PDF saved"), path}, height::statusBar);
  });
  connect(&m_invoice, &models::InvoiceView::paperNotSaved, this, [this](const Error &error) {
    Toast::present(window(), {said(error), error.code, Tone::Danger}, height::statusBar);
  });
  connect(m_inspector, &InvoiceInspector::retryRequested, this, &InvoicePage::reload);
  connect(m_inspector, &InvoiceInspector::lineRequested, this, &InvoicePage::explainRequested);
  connect(m_inspector, &InvoiceInspector::creditRequested, this, &InvoicePage::creditRequested);
  connect(m_inspector, &InvoiceInspector::placeRequested, this, &InvoicePage::placeRequested);
  connect(m_inspector, &InvoiceInspector::organizationRequested, this, [this] {
    if (const auto *sheet = m_invoice.sheet())
      Q_EMIT placeRequested(
          {Place::Kind::Organization, sheet->invoice.organization.toString(), {}, {}});
  });
}

void InvoicePage::show(const QString &number, Shows what, const QString &tab) {
  const bool isThere = number == m_number && what == m_shows && m_invoice.sheet();
  m_number = number;
  m_shows = what;
  m_tab = tab;
  m_showTimeline->setText(isTimeline() ? tr("Paper") : tr("Timeline"));
  setHint(m_showTimeline, m_showTimeline->text()); // its action follows
  m_showTimeline->setVisible(what == Shows::Invoice);
  if (!isThere)
    return reload();
  showSheet();
  m_invoice.refresh();
}

void InvoicePage::keepDraftsIn(models::DraftStore &drafts) { m_linking->keepDraftsIn(drafts); }

/// Its page shows what was issued, and takes the money where it is open.
void InvoicePage::offerLink() {
  const auto *sheet = m_invoice.sheet();
  m_linking->button()->setVisible(m_shows == Shows::Invoice);
  if (!sheet || sheet->note)
    return m_linking->show({}, tr("No invoice is chosen"));
  if (sheet->invoice.number.isEmpty())
    return m_linking->show({}, tr("The customer sees it once it is issued"));
  m_linking->show(LinkSubject{{sheet->invoice.organization, sheet->invoice.id},
                              sheet->organizationName,
                              sheet->invoice.number});
}

void InvoicePage::reload() {
  if (m_shows == Shows::CreditNote)
    m_invoice.showCreditNote(m_number);
  else
    m_invoice.showStored(m_number);
}

bool InvoicePage::isSettled() const {
  return !m_invoice.isFetching() &&
         (m_timeline->isVisible() ? m_timeline->isSettled() : m_paper->isRendered());
}

/// The timeline stays in front while it is what one looks at.
void InvoicePage::showPage(QWidget *page) {
  const auto *sheet = m_invoice.sheet();
  if (!isTimeline() || !sheet)
    return m_pages->setCurrentWidget(page);
  m_timeline->show(sheet->invoice.organization, sheet->zone, sheet->invoice.id);
  m_pages->setCurrentWidget(m_timeline);
}

/// By a place, so that back and links lead to it.
void InvoicePage::toggleTimeline() {
  Q_EMIT placeRequested(
      {Place::Kind::Invoice, m_number, isTimeline() ? QString() : u"timeline"_s, {}});
}

void InvoicePage::showSheet() {
  m_header->setTitle(m_number);
  const auto *sheet = m_invoice.sheet();
  if (m_invoice.paper().isEmpty()) {
    setBlocked(m_save, tr("The paper is not there yet"));
    m_state->showLoading();
    showPage(m_state);
  } else {
    showPage(m_paper);
  }
  m_header->setFact(sheet ? sheet->organizationName : QString());
  if (sheet)
    m_inspector->showSheet(*sheet);
  else
    m_inspector->showLoading();
  offerLink();
  Q_EMIT shown();
}

void InvoicePage::showPaper() {
  showPage(m_paper);
  const auto *sheet = m_invoice.sheet();
  m_paper->setCaption(
      sheet && sheet->invoice.issuedOn
          ? tr("As it was issued on %1").arg(formatDay(*sheet->invoice.issuedOn, QLocale()))
          : QString());
  if (!m_paper->setPaper(m_invoice.paper()))
    return showError(
        {u"document.not_readable"_s, tr("This paper is damaged. Run tenantryctl doctor."), {}});
  setBlocked(m_save, {});
}

void InvoicePage::showError(const Error &error) {
  const bool isStopped = m_invoice.reading().isStopped();
  if (!m_invoice.paper().isEmpty() && m_invoice.isKept(error))
    return Q_EMIT settled(); // readable still: it is said above that it was stopped, or the
                             // connection lost
  if (isStopped)
    m_state->showMessage(EmptyState::Kind::NoMatch, stoppedContent());
  else
    m_state->showMessage(EmptyState::Kind::Error,
                         {m_invoice.isNote() ? tr("The credit note could not be shown")
                                             : tr("The invoice could not be shown"),
                          saidWithReference(error), tr("Try again")});
  showPage(m_state);
  if (!m_invoice.sheet())
    m_inspector->showError(error, m_invoice.isNote());
  Q_EMIT settled();
}

void InvoicePage::savePaper() {
  auto *chooser = new QFileDialog(this, tr("Save PDF"), {}, tr("PDF files (*.pdf)"));
  chooser->setAttribute(Qt::WA_DeleteOnClose);
  chooser->setAcceptMode(QFileDialog::AcceptSave);
  chooser->setDefaultSuffix(u"pdf"_s);
  chooser->selectFile(m_number + u".pdf"_s);
  connect(chooser, &QFileDialog::fileSelected, &m_invoice, &models::InvoiceView::savePaper);
  chooser->open();
}

} // namespace tenantry::ui
