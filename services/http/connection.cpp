// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/connection.h"

#include "services/core/log.h"
#include "services/http/head_scanner.h"
#include "services/http/server_core.h"

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

namespace tenantry::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t readStep = 4096;
/// What is still read and thrown away after a refusal, so that the client gets to see the answer.
constexpr std::size_t mostDiscarded = std::size_t{1} << 20U;
constexpr auto discardFor = 2s;

using Parser = beast::http::request_parser<beast::http::string_body>;

QByteArray toBytes(beast::string_view text) {
  return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The status that refuses what this head says; none if it can be served.
std::optional<int> refusalOf(const Parser &parser) {
  namespace field = beast::http;
  const auto &head = parser.get();
  if (head.version() != 10 && head.version() != 11)
    return 505;
  const auto hosts = head.count(field::field::host);
  if (hosts > 1 || (hosts == 0 && head.version() == 11))
    return 400;
  if (hosts == 1 && head[field::field::host].empty())
    return 400;
  switch (head.method()) {
  case field::verb::get:
  case field::verb::head:
  case field::verb::post:
    break;
  default:
    return 501;
  }
  if (head.target().empty() || head.target().front() != '/' ||
      head.target().find('#') != beast::string_view::npos)
    return 400;
  if (head.count(field::field::content_length) > 1)
    return 400;
  if (head.count(field::field::transfer_encoding) != 0 &&
      (!parser.chunked() || head.version() == 10 ||
       !beast::iequals(head[field::field::transfer_encoding], "chunked")))
    return 501;
  if (head.count(field::field::expect) != 0 &&
      !beast::iequals(head[field::field::expect], "100-continue"))
    return 417;
  return std::nullopt;
}

int statusOf(const error_code &problem) {
  using beast::http::error;
  if (problem == error::body_limit)
    return 413;
  if (problem == error::header_limit)
    return 431;
  if (problem == error::bad_version)
    return 505;
  return 400;
}

/// Rather than a client that went away or was too slow.
bool isOfTheRequest(const error_code &problem) {
  using beast::http::error;
  return problem.category() == beast::http::make_error_code(error::bad_chunk).category() &&
         problem != error::partial_message && problem != error::end_of_stream;
}

QByteArray sentenceOf(int status) {
  switch (status) {
  case 413:
    return "This is more than is taken here.";
  case 431:
    return "The head of this request is too large.";
  default:
    return "This request cannot be understood.";
  }
}

Request toRequest(const Parser &parser) {
  const auto &head = parser.get();
  Request request;
  request.method = head.method() == beast::http::verb::post ? Method::Post : Method::Get;
  const auto target = toBytes(head.target());
  const auto mark = target.indexOf('?');
  request.path = mark < 0 ? target : target.left(mark);
  if (mark >= 0)
    request.query = target.mid(mark + 1);
  for (const auto &field : head)
    request.headers.emplace_back(toBytes(field.name_string()), toBytes(field.value()));
  return request;
}

} // namespace

/// One client's connection: its requests are read, handled and answered one after the other.
/// Everything happens on the strand of its socket.
class Connection : public std::enable_shared_from_this<Connection> {
public:
  Connection(std::shared_ptr<ServerCore> core, tcp::socket socket)
      : m_core(std::move(core)), m_stream(std::move(socket)) {}
  ~Connection() { m_core->remove(this); }

  void begin() {
    post([self = shared_from_this()] { self->readHead(); });
  }
  void closeIfIdle() {
    post([self = shared_from_this()] {
      if (self->m_isIdle)
        self->close();
    });
  }
  void closeNow() {
    post([self = shared_from_this()] { self->close(); });
  }

private:
  template <typename F> void post(F act) { asio::post(m_stream.get_executor(), std::move(act)); }
  void readHead();
  void lookAtHead();
  void parseHead();
  void invite();
  void readBody();
  void handle();
  void write(const Response &response);
  void refuse(int status);
  void written();
  void discard();
  void close();

  std::shared_ptr<ServerCore> m_core;
  beast::tcp_stream m_stream;
  beast::flat_buffer m_buffer;
  std::optional<HeadScanner> m_scanner;
  std::optional<Parser> m_parser;
  Request m_request;
  Response m_response;
  QByteArray m_head; ///< of the answer
  Delivery m_delivery;
  std::size_t m_discarded = 0;
  bool m_isIdle = false;
};

void Connection::readHead() {
  if (m_core->isStopping() && m_buffer.size() == 0)
    return close();
  m_scanner.emplace(m_core->options.limits.headBytes);
  m_delivery = {false, false};
  m_stream.expires_after(m_core->options.limits.head);
  lookAtHead();
}

void Connection::lookAtHead() {
  const auto bytes = m_buffer.data();
  switch (m_scanner->look({static_cast<const char *>(bytes.data()), bytes.size()})) {
  case HeadScanner::State::Complete:
    return parseHead();
  case HeadScanner::State::Malformed:
    return refuse(400);
  case HeadScanner::State::TooLarge:
    return refuse(431);
  case HeadScanner::State::Incomplete:
    break;
  }
  m_isIdle = m_buffer.size() == 0;
  m_stream.async_read_some(m_buffer.prepare(readStep),
                           [self = shared_from_this()](error_code error, std::size_t count) {
                             self->m_isIdle = false;
                             if (error)
                               return self->close();
                             self->m_buffer.commit(count);
                             self->lookAtHead();
                           });
}

void Connection::parseHead() {
  m_parser.emplace();
  m_parser->eager(false);
  m_parser->header_limit(static_cast<std::uint32_t>(m_core->options.limits.headBytes));
  m_parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // none refuses every length
  error_code error;
  m_parser->put(asio::buffer(m_buffer.data().data(), m_scanner->size()), error);
  if (error || !m_parser->is_header_done())
    return refuse(statusOf(error));
  m_buffer.consume(m_scanner->size());
  m_delivery.isHead = m_parser->get().method() == beast::http::verb::head;
  if (const auto status = refusalOf(*m_parser))
    return refuse(*status);
  m_request = toRequest(*m_parser);
  const auto most = static_cast<std::uint64_t>(m_core->application.mostBody(m_request));
  const auto length = m_parser->content_length();
  if (length && *length > most)
    return refuse(413);
  m_parser->body_limit(most);
  m_stream.expires_after(m_core->options.limits.body);
  const bool waits = m_parser->get().count(beast::http::field::expect) != 0;
  if (waits && !m_parser->is_done() && m_buffer.size() == 0)
    return invite();
  readBody();
}

void Connection::invite() {
  static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(m_stream, asio::buffer(goOn.data(), goOn.size()),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (error)
                        return self->close();
                      self->readBody();
                    });
}

void Connection::readBody() {
  if (m_parser->is_done())
    return handle();
  beast::http::async_read(m_stream, m_buffer, *m_parser,
                          [self = shared_from_this()](error_code error, std::size_t) {
                            if (!error)
                              return self->handle();
                            if (isOfTheRequest(error))
                              return self->refuse(statusOf(error));
                            self->close();
                          });
}

void Connection::handle() {
  m_request.body = QByteArray::fromStdString(m_parser->get().body());
  m_delivery.keepsOpen = m_parser->keep_alive() && m_parser->get().version() == 11;
  m_stream.expires_never();
  const Answer answer = [self = shared_from_this()](Response response) {
    if (self->m_core->isOver())
      return;
    self->post([self, response = std::move(response)] { self->write(response); });
  };
  try {
    m_core->application.handle(std::move(m_request), answer);
  } catch (const std::exception &mistake) {
    spdlog::error("a mistake of the program: {}", mistake.what());
    write(plainText(500, "Something went wrong here."));
  }
}

void Connection::refuse(int status) {
  m_delivery.keepsOpen = false;
  write(plainText(status, sentenceOf(status)));
}

void Connection::write(const Response &response) {
  m_response = response;
  if (m_core->isStopping())
    m_delivery.keepsOpen = false;
  m_head = headOf(m_response, m_delivery, m_core->clock.now());
  std::array<asio::const_buffer, 2> parts{
      asio::buffer(m_head.constData(), static_cast<std::size_t>(m_head.size())),
      asio::buffer(m_response.body.constData(),
                   m_delivery.isHead ? 0 : static_cast<std::size_t>(m_response.body.size()))};
  m_stream.expires_after(m_core->options.limits.write);
  asio::async_write(m_stream, parts, [self = shared_from_this()](error_code error, std::size_t) {
    if (error)
      return self->close();
    self->written();
  });
}

void Connection::written() {
  spdlog::debug("http {}", m_response.status);
  m_response = {};
  m_head.clear();
  if (m_delivery.keepsOpen)
    return readHead();
  error_code ignored;
  m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  m_stream.expires_after(discardFor);
  discard();
}

// Closing with bytes unread would reset the connection, and the answer could be lost with it.
void Connection::discard() {
  m_buffer.clear();
  m_stream.async_read_some(m_buffer.prepare(readStep),
                           [self = shared_from_this()](error_code error, std::size_t count) {
                             self->m_discarded += count;
                             if (error || self->m_discarded > mostDiscarded)
                               return self->close();
                             self->discard();
                           });
}

void Connection::close() {
  error_code ignored;
  m_stream.socket().close(ignored);
}

std::shared_ptr<Connection> makeConnection(std::shared_ptr<ServerCore> core, tcp::socket socket) {
  return std::make_shared<Connection>(std::move(core), std::move(socket));
}

void beginToRead(Connection &connection) { connection.begin(); }

void closeIfIdle(Connection &connection) { connection.closeIfIdle(); }

void closeNow(Connection &connection) { connection.closeNow(); }

} // namespace tenantry::http
