export { useConnection } from "../ui/use-connection";
